package org.broadsheet.ops.postgresql;

/// PostgreSQL could not be brought up, or is not what it has to be. The message is a sentence for whoever runs it.
public final class PostgresTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PostgresTrouble(String sentence) {
        super(sentence);
    }

    PostgresTrouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
