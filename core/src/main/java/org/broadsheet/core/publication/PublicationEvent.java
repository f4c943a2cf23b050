package org.broadsheet.core.publication;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.UUID;

/// What the desk did to a story that readers can see.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PublicationEvent.StoryPublished.class, name = "story-published"),
    @JsonSubTypes.Type(value = PublicationEvent.StoryKilled.class, name = "story-killed")
})
public sealed interface PublicationEvent {

    /// Which story.
    UUID storyId();

    /// A story went out, for the first time or in a new version.
    record StoryPublished(UUID storyId, PublishedStory story) implements PublicationEvent {}

    /// A story was withdrawn for good. A tombstone stays: no older entry may bring it back.
    record StoryKilled(UUID storyId, Instant killedAt) implements PublicationEvent {}
}
