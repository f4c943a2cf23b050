package org.broadsheet.cms.upload;

import java.io.IOException;
import java.io.Serial;

/// A picture was not fetched from its address, for a reason that an editor can read.
final class NotFetched extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String sentence;

    NotFetched(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    NotFetched(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /// Why, and what to do.
    String sentence() {
        return sentence;
    }
}
