package org.broadsheet.cms.wire;

/// Which part of the wire basket is looked at.
public enum Show {
    /// What nobody has taken or dropped, and newer versions of what has been taken.
    UNTAKEN,
    TAKEN,
    DROPPED,
    /// What nobody has taken in time.
    EXPIRED,
    ALL
}
