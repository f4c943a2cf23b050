package org.broadsheet.search.publication;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.core.publication.PublicationEvent.StoryKilled;
import org.broadsheet.core.publication.PublicationEvent.StoryPublished;
import org.broadsheet.core.publication.PublicationLogEntry;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.search.index.IndexEntry;
import org.broadsheet.search.index.StoryDocument;
import org.broadsheet.search.index.SubjectEntry;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/// What the index of stories holds of a line of the publication log.
@Mapper
interface StoryDocuments {

    /// The document a line makes: the story as published, or a tombstone.
    default IndexEntry entry(PublicationLogEntry line) {
        return switch (line.event()) {
            case StoryPublished published ->
                new IndexEntry(
                        published.storyId().toString(), line.position(), from(line.position(), published.story()));
            case StoryKilled killed ->
                new IndexEntry(
                        killed.storyId().toString(),
                        line.position(),
                        StoryDocument.tombstone(line.position(), killed.killedAt()));
        };
    }

    @Mapping(target = "state", constant = "PUBLISHED")
    @Mapping(target = "position", source = "position")
    @Mapping(target = "family", source = "story", qualifiedByName = "family")
    @Mapping(target = "lead", source = "story", qualifiedByName = "lead")
    @Mapping(target = "body", source = "story.body", qualifiedByName = "rest")
    @Mapping(target = "topics", source = "story.subjects", qualifiedByName = "topics")
    @Mapping(target = "places", source = "story.subjects", qualifiedByName = "places")
    @Mapping(target = "people", source = "story.subjects", qualifiedByName = "people")
    @Mapping(target = "organisations", source = "story.subjects", qualifiedByName = "organisations")
    @Mapping(target = "killedAt", ignore = true)
    StoryDocument from(long position, PublishedStory story);

    SubjectEntry from(Subject subject);

    @Named("family")
    default String family(PublishedStory story) {
        return story.wireGuid() == null ? story.id().toString() : story.wireGuid();
    }

    @Named("lead")
    default String lead(PublishedStory story) {
        return Stream.concat(
                        Stream.of(story.standfirst()),
                        story.body().blocks().stream()
                                .filter(StoryDocuments::isParagraph)
                                .limit(1)
                                .map(Block::plainText))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    @Named("rest")
    default String rest(Body body) {
        List<Block> blocks = body.blocks();
        int first = 0;
        while (first < blocks.size() && !isParagraph(blocks.get(first))) {
            first++;
        }
        Stream<Block> others = first == blocks.size()
                ? blocks.stream()
                : Stream.concat(blocks.subList(0, first).stream(), blocks.subList(first + 1, blocks.size()).stream());
        return others.map(Block::plainText).filter(text -> !text.isBlank()).collect(Collectors.joining("\n"));
    }

    @Named("topics")
    default List<String> topics(List<Subject> subjects) {
        return SubjectEntry.keys(subjects, Subject.Kind.TOPIC);
    }

    @Named("places")
    default List<String> places(List<Subject> subjects) {
        return SubjectEntry.keys(subjects, Subject.Kind.PLACE);
    }

    @Named("people")
    default List<String> people(List<Subject> subjects) {
        return SubjectEntry.keys(subjects, Subject.Kind.PERSON);
    }

    @Named("organisations")
    default List<String> organisations(List<Subject> subjects) {
        return SubjectEntry.keys(subjects, Subject.Kind.ORGANISATION);
    }

    private static boolean isParagraph(Block block) {
        return block instanceof Block.Paragraph paragraph
                && !paragraph.plainText().isBlank();
    }
}
