package org.broadsheet.ingest.format;

/// A payload, or one item in it, that no reader can make sense of. Its message is a sentence for the desk.
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    public Unreadable(String reason) {
        super(reason);
    }

    public Unreadable(String reason, Throwable cause) {
        super(reason, cause);
    }

    /// Why it cannot be read, in a sentence.
    public String reason() {
        String reason = getMessage();
        return reason == null ? "" : reason;
    }
}
