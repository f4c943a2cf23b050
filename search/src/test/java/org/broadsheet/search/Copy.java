package org.broadsheet.search;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.publication.PublicationLogEntry;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.SignOff;
import org.broadsheet.core.story.Slug;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireLogEntry;

/// Invented copy for the tests.
final class Copy {

    /// When most of it happens.
    static final Instant TODAY = Instant.parse("2026-11-24T09:00:00Z");

    private Copy() {}

    static PublishedStory harbourFees() {
        return story(
                "Vastholm raises harbour fees",
                "Pilots in Vastholm stopped work on Monday after the port raised its fees by a tenth.",
                "Forty ships waited in the roads by nightfall, the harbour master said.");
    }

    static PublishedStory story(String headline, String... paragraphs) {
        return new PublishedStory(
                UUID.randomUUID(),
                1,
                Slug.from(headline),
                "world",
                headline,
                "",
                "",
                "",
                List.of("Ines Halloran"),
                new Dateline("Vastholm", null, "Norland Press"),
                new Body(Arrays.stream(paragraphs)
                        .<Block>map(Block.Paragraph::of)
                        .toList()),
                SignOff.NONE,
                null,
                List.of(),
                4,
                TODAY,
                TODAY,
                null);
    }

    static PublishedStory with(PublishedStory s, UUID id, String headline, List<Subject> subjects, String wireGuid) {
        return new PublishedStory(
                id,
                s.revision(),
                s.slug(),
                s.section(),
                headline,
                s.kicker(),
                s.standfirst(),
                s.slugline(),
                s.bylines(),
                s.dateline(),
                s.body(),
                s.signOff(),
                s.picture(),
                subjects,
                s.urgency(),
                s.firstPublishedAt(),
                s.updatedAt(),
                wireGuid);
    }

    static PublishedStory about(PublishedStory s, Subject... subjects) {
        return with(s, s.id(), s.headline(), List.of(subjects), s.wireGuid());
    }

    static PublishedStory made(PublishedStory s, String wireGuid) {
        return with(s, s.id(), s.headline(), s.subjects(), wireGuid);
    }

    static PublishedStory headed(PublishedStory s, String headline) {
        return with(s, s.id(), headline, s.subjects(), s.wireGuid());
    }

    static PublishedStory published(PublishedStory s, Duration ago) {
        return new PublishedStory(
                s.id(),
                s.revision(),
                s.slug(),
                s.section(),
                s.headline(),
                s.kicker(),
                s.standfirst(),
                s.slugline(),
                s.bylines(),
                s.dateline(),
                s.body(),
                s.signOff(),
                s.picture(),
                s.subjects(),
                s.urgency(),
                TODAY.minus(ago),
                TODAY.minus(ago),
                s.wireGuid());
    }

    static PublicationLogEntry published(long position, PublishedStory story) {
        return new PublicationLogEntry(
                position,
                id("publication", position),
                TODAY.plusSeconds(position),
                new PublicationEvent.StoryPublished(story.id(), story));
    }

    static PublicationLogEntry killed(long position, UUID story) {
        Instant at = TODAY.plusSeconds(position);
        return new PublicationLogEntry(
                position, id("publication", position), at, new PublicationEvent.StoryKilled(story, at));
    }

    static WireLogEntry sent(long position, WireItem item) {
        return new WireLogEntry(position, id("wire", position), TODAY.plusSeconds(position), item);
    }

    static WireItem wireItem(String guid, long version, WireItem.Status status, String headline, String text) {
        return WireItem.builder("demo", "Norland Press", guid, version)
                .status(status)
                .firstCreated(TODAY)
                .versionCreated(TODAY)
                .receivedAt(TODAY)
                .urgency(3)
                .headline(headline)
                .slugline("HARBOUR-FEES/")
                .language("en")
                .bylines(List.of("Ines Halloran"))
                .dateline(new Dateline("Vastholm", null, "Norland Press"))
                .body(new Body(List.of(Block.Paragraph.of(text))))
                .subjects(List.of(Subject.topic("medtop:20000221", "shipping")))
                .build();
    }

    static WireItem from(String provider, WireItem i) {
        return i.toBuilder().provider(provider).build();
    }

    private static UUID id(String log, long position) {
        return UUID.nameUUIDFromBytes((log + position).getBytes(StandardCharsets.UTF_8));
    }
}
