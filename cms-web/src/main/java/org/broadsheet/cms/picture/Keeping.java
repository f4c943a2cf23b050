package org.broadsheet.cms.picture;

/// What came of keeping a picture.
public sealed interface Keeping {

    /// The picture is held, durably, whether it was before or not.
    record Kept(HeldPicture picture) implements Keeping {}

    /// The bytes are not a picture we can print; nothing was kept.
    ///
    /// @param sentence why, for an editor to read
    record Refused(String sentence) implements Keeping {}
}
