package org.broadsheet.core.desk;

/// What a member of staff may do.
public enum Role {
    /// Takes wire copy and writes.
    REPORTER,
    /// Edits anyone's copy.
    SUB_EDITOR,
    /// Publishes, corrects and kills.
    EDITOR,
    /// Looks after pictures.
    PICTURE_EDITOR,
    /// Looks after staff, feeds, sections and promos.
    ADMIN
}
