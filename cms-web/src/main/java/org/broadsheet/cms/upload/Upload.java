package org.broadsheet.cms.upload;

import java.util.UUID;
import org.broadsheet.core.picture.PictureHash;

/// A picture on its way in from somebody's browser.
///
/// @param name what the file is called there; nothing depends on it
/// @param size how many bytes it has there
record Upload(UUID id, String name, long size, Standing standing) {

    /// How far it has come.
    sealed interface Standing {

        /// It is still coming.
        ///
        /// @param offset how many of its bytes are held, durably
        record Open(long offset) implements Standing {}

        /// It is whole, and a picture of ours.
        ///
        /// @param again whether the same bytes were held before
        record Kept(PictureHash picture, boolean again) implements Standing {}

        /// It is no picture we can print; nothing of it is held.
        ///
        /// @param sentence why, for an editor to read
        record Refused(String sentence) implements Standing {}
    }

    /// How many of its bytes have come.
    long offset() {
        return switch (standing) {
            case Standing.Open open -> open.offset();
            case Standing.Kept _, Standing.Refused _ -> size;
        };
    }
}
