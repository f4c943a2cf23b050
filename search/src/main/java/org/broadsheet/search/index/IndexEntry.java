package org.broadsheet.search.index;

/// What one line of a log makes of one document.
///
/// @param id which document, at most 512 bytes
/// @param position the line's place in the log: the document's version, so that an older line never wins
/// @param document the whole document as it is to stand in the index
public record IndexEntry(String id, long position, Object document) {

    /// @throws IllegalArgumentException if the position is not one of a log
    public IndexEntry {
        if (position < 1) {
            throw new IllegalArgumentException("A log counts from 1, not " + position);
        }
    }
}
