package org.broadsheet.cms.house;

import java.io.IOException;

/// A request that is longer than anything we read.
final class BodyTooLong extends IOException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    BodyTooLong(long longest) {
        super("The request is longer than " + longest / 1024 + " KiB.");
        this.sentence = "The request is longer than " + longest / 1024 + " KiB.";
    }

    String sentence() {
        return sentence;
    }
}
