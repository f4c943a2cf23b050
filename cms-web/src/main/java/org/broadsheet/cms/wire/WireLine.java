package org.broadsheet.cms.wire;

import java.io.IOException;
import java.util.Optional;
import org.broadsheet.core.log.LogSource;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.wire.WireLogEntry;

/// The line to whoever takes the wire in: its log, and the pictures the log speaks of.
interface WireLine extends LogSource<WireLogEntry> {

    /// The original bytes of a picture, unchecked; empty where the other side does not hold it, or where it is too
    /// large to be fetched.
    ///
    /// @throws IOException if the other side does not answer
    Optional<byte[]> picture(PictureHash hash) throws IOException;
}
