package org.broadsheet.ops.newsroom;

/// A copy file breaks the format; the message names the file, the line and what is wrong.
public final class CopyUnreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CopyUnreadable(String file, int line, String wrong) {
        super(file + ", line " + line + ": " + wrong);
    }
}
