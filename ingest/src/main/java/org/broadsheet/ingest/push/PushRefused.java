package org.broadsheet.ingest.push;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A push that is not taken, with a sentence for whoever runs the sender.
final class PushRefused extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final @Nullable Duration later;

    PushRefused(HttpStatus status, String sentence) {
        this(status, sentence, null);
    }

    PushRefused(HttpStatus status, String sentence, @Nullable Duration later) {
        super(sentence);
        this.status = status;
        this.later = later;
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        String sentence = getMessage();
        return sentence == null ? "" : sentence;
    }

    /// When it may be sent again; `null` where sending it again changes nothing.
    @Nullable
    Duration later() {
        return later;
    }
}
