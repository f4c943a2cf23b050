package org.broadsheet.cms.darkroom;

/// What a first look at a file came to.
public sealed interface Look {

    /// It can be printed, as far as its header says.
    record Fit(Original original) implements Look {}

    /// It cannot.
    ///
    /// @param sentence why, for an editor to read
    record Refused(String sentence) implements Look {}
}
