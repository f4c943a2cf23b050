package org.broadsheet.core.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;

/// A prefix the wire glues to a headline (`UPDATE 2-`, `Exclusive-`), parsed off it.
///
/// @param kind what the prefix means
/// @param number the count behind `UPDATE` or `WRAPUP`; 0 where there is none
/// @param printed what stands in the kicker when it is shown to readers, such as `Exclusive`; for tags that are the
/// desk's own business (`UPDATE 2`) the same words, shown to editors only
public record HeadlineTag(
        Kind kind, @JsonSetter(nulls = Nulls.AS_EMPTY) int number, String printed) {

    public HeadlineTag {
        kind = kind == null ? Kind.OTHER : kind;
        printed = printed == null ? "" : printed;
    }

    /// What a headline prefix means.
    public enum Kind {
        EXCLUSIVE(true),
        ANALYSIS(true),
        EXPLAINER(true),
        FACTBOX(true),
        INSIGHT(true),
        INTERVIEW(true),
        FEATURE(true),
        TIMELINE(true),
        OPINION(true),
        LIVE(true),
        FOCUS(true),
        BREAKING(true),
        PREVIEW(true),
        SPECIAL_REPORT(true),
        FACT_CHECK(true),
        NEWSMAKER(true),
        PROFILE(true),
        OBITUARY(true),
        /// A newer version that replaces: the desk's business.
        UPDATE(false),
        /// Several stories rolled into one: the desk's business.
        WRAPUP(false),
        /// A version that puts something right: the desk prints a correction notice of its own.
        CORRECTED(false),
        /// The same story again with a small thing put right.
        REFILE(false),
        /// The same story again as it was (`RPT-`).
        REPEAT(false),
        /// How fast the agency wants it handled.
        URGENT(false),
        /// The agency takes the story back.
        KILL(false),
        WITHDRAWN(false),
        ADVISORY(false),
        /// A prefix of the right shape that we have no word for; shown to editors.
        OTHER(false);

        private final boolean forReaders;

        Kind(boolean forReaders) {
            this.forReaders = forReaders;
        }

        /// The kind of a name in a log; [#OTHER] for one that a newer version of the house has added.
        @JsonCreator
        static Kind named(String name) {
            for (Kind kind : values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            return OTHER;
        }

        /// Whether readers see it as a kicker.
        public boolean isForReaders() {
            return forReaders;
        }
    }
}
