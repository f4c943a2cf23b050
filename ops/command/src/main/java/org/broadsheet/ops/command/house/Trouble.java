package org.broadsheet.ops.command.house;

/// Something that whoever runs the platform has to know or do; the message is what is printed, and all that is printed.
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Trouble(String sentence) {
        super(sentence);
    }

    public Trouble(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
