package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.io.Serial;

/// A sender takes more than it may: bytes, time or patience.
public final class TooMuch extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    TooMuch(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    /// What it takes too much of.
    public Kind kind() {
        return kind;
    }

    /// What a sender may take too much of.
    public enum Kind {
        /// More bytes than one payload may have.
        BYTES,
        /// A packed body that grows beyond measure.
        RATIO,
        /// More time than one answer may take, or so few bytes a second that it would.
        TIME
    }
}
