package org.broadsheet.search.index;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A story as it stands in the index `stories`: every component is a field of `index/stories-v1.json`, and no other
/// field is taken. A killed story keeps its state and position, and not a word.
///
/// @param state whether readers may see it
/// @param position the line of the publication log it was made from
/// @param family the same for all stories made from one wire item; the story's own id for the newsroom's own
/// @param lead standfirst and first paragraph
/// @param body the rest of the text
/// @param topics keys of what it is about, see [SubjectEntry#key()]
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record StoryDocument(
        State state,
        long position,
        @Nullable Integer revision,
        @Nullable String family,
        @Nullable String section,
        @Nullable String slugline,
        @Nullable String headline,
        @Nullable String kicker,
        @Nullable String lead,
        @Nullable String body,
        @Nullable List<String> bylines,
        @Nullable List<SubjectEntry> subjects,
        @Nullable List<String> topics,
        @Nullable List<String> places,
        @Nullable List<String> people,
        @Nullable List<String> organisations,
        @Nullable Instant firstPublishedAt,
        @Nullable Instant updatedAt,
        @Nullable Instant killedAt) {

    /// Whether readers may see a story.
    public enum State {
        @com.fasterxml.jackson.annotation.JsonProperty("published")
        PUBLISHED,
        @com.fasterxml.jackson.annotation.JsonProperty("killed")
        KILLED;

        /// The word that stands in the index.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// What is left of a killed story.
    public static StoryDocument tombstone(long position, Instant killedAt) {
        return new StoryDocument(
                State.KILLED,
                position,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                killedAt);
    }
}
