package org.broadsheet.ingest.format;

/// One format of the trade: knows its payloads by their content and reads them.
public interface Format {

    /// What the format is called on receipts.
    String name();

    /// Whether these bytes are of this format; looks at the content, never at a file's name.
    boolean recognises(Copy copy);

    /// What the payload holds.
    ///
    /// @throws Unreadable if nothing of it can be read
    Reading read(Copy copy) throws Unreadable;
}
