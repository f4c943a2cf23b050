package org.broadsheet.ingest.feed;

import java.io.Serial;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A feed could not be read, with a sentence the desk can act on.
public class FetchFailed extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final @Nullable Duration notBefore;

    public FetchFailed(String sentence) {
        this(sentence, null, null);
    }

    public FetchFailed(String sentence, Throwable cause) {
        this(sentence, null, cause);
    }

    /// @param notBefore how long the sender asked to be left alone (`Retry-After`)
    public FetchFailed(String sentence, @Nullable Duration notBefore, @Nullable Throwable cause) {
        super(sentence, cause);
        this.notBefore = notBefore;
    }

    /// What happened, in a sentence.
    public String sentence() {
        String sentence = getMessage();
        return sentence == null ? "It failed" : sentence;
    }

    /// How long the sender asked to be left alone; `null` where it did not say.
    public @Nullable Duration notBefore() {
        return notBefore;
    }
}
