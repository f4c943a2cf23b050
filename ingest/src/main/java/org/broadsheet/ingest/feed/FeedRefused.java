package org.broadsheet.ingest.feed;

import java.io.Serial;
import java.util.List;

/// What the desk asked of a feed and does not get, and why.
abstract sealed class FeedRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    FeedRefused(String sentence) {
        super(sentence);
    }

    /// What the desk reads.
    String sentence() {
        String sentence = getMessage();
        return sentence == null ? "" : sentence;
    }

    /// There is no such feed.
    static final class Unknown extends FeedRefused {
        @Serial
        private static final long serialVersionUID = 1L;

        Unknown(String name) {
            super("There is no feed \"" + name + "\"");
        }
    }

    /// It was changed meanwhile, or what was asked does not go with how it is.
    static final class Conflict extends FeedRefused {
        @Serial
        private static final long serialVersionUID = 1L;

        Conflict(String sentence) {
            super(sentence);
        }
    }

    /// Fields that have to be put right.
    static final class Faulty extends FeedRefused {
        @Serial
        private static final long serialVersionUID = 1L;

        private final transient List<Fault> faults;

        Faulty(List<Fault> faults) {
            super("Some fields have to be put right");
            this.faults = List.copyOf(faults);
        }

        List<Fault> faults() {
            return faults;
        }
    }
}
