package org.broadsheet.core;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.story.Mark;
import org.broadsheet.core.story.SignOff;
import org.broadsheet.core.story.Slug;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WirePicture;

/// One of everything the services tell each other, with each field filled.
final class Contract {

    static final Instant NOON = Instant.parse("2026-11-10T12:00:00.123456Z");
    static final UUID ID = UUID.fromString("018f0c3e-0000-7000-8000-000000000001");
    static final PictureHash HASH = PictureHash.of(new byte[] {1, 2, 3});
    static final Caption CAPTION = new Caption("Ships wait off Vastholm.", true, LocalDate.of(2024, 6, 19));
    static final Credit CREDIT = new Credit("Sputnik", List.of("Mika Solberg"), true, true, "REUTERS", true);
    static final PictureUse PICTURE = new PictureUse(HASH, CAPTION, CREDIT, "Ships at anchor", 3200, 2133);
    static final Dateline DATELINE = new Dateline("VASTHOLM, Norland", "Nov 10", "Agence Nord");
    static final SignOff SIGN_OFF = new SignOff(List.of(new SignOff.Contribution(
            "Reporting",
            List.of(new SignOff.Person("Ines Halloran", "Vastholm"), new SignOff.Person("Tom Reed", null)))));
    static final List<Subject> SUBJECTS =
            List.of(Subject.topic("medtop:20000649", "shipping"), new Subject("", Subject.Kind.PLACE, "Vastholm"));

    static final List<Mark> MARKS = List.of(
            new Mark.Strong(),
            new Mark.Emphasis(),
            new Mark.Superscript(),
            new Mark.Subscript(),
            new Mark.Link("https://example.org/a?b=1&c=2"));

    static final Body BODY = body();

    private Contract() {}

    private static Body body() {
        List<Inline> words = List.of(
                Inline.Text.of("Fees & “pilots” < 5 "), new Inline.Text("\uD83D\uDEA2", MARKS), new Inline.LineBreak());
        Block.Paragraph paragraph = new Block.Paragraph(words);
        return new Body(List.of(
                paragraph,
                new Block.Subhead(words),
                new Block.Quote(List.of(paragraph)),
                new Block.BulletList(List.of(new Block.ListItem(
                        List.of(paragraph, new Block.NumberedList(List.of(new Block.ListItem(List.of(paragraph)))))))),
                new Block.NumberedList(List.of(new Block.ListItem(List.of(paragraph)))),
                new Block.Table(
                        "Fees",
                        List.of(
                                new Block.Row(List.of(new Block.Cell(true, words), new Block.Cell(false, List.of()))),
                                new Block.Row(List.of()))),
                new Block.Table(null, List.of()),
                new Block.Tabular("Saltvik   3  1\nVastholm  0  2"),
                new Block.PictureBlock(PICTURE),
                new Block.Embed("https://example.org/film", "Watch")));
    }

    static WireItem wireItem() {
        return new WireItem(
                "demo",
                "agence-nord",
                "urn:newsml:example.org:20261110:1",
                4_000_000_000L,
                WireItem.Kind.PICTURE,
                WireItem.Status.WITHHELD,
                WireItem.Purpose.CORRECTION,
                NOON,
                NOON.plusSeconds(1),
                NOON.plusSeconds(2),
                NOON.plusSeconds(3),
                NOON.plusSeconds(4),
                3,
                "Norland raises fees",
                List.of(new HeadlineTag(HeadlineTag.Kind.UPDATE, 2, "UPDATE 2")),
                "HARBOUR-FEES/",
                "en",
                List.of("Ines Halloran"),
                DATELINE,
                BODY,
                SIGN_OFF,
                "Agence Nord",
                "Agence Nord AS",
                "(c) 2026",
                "No archive",
                List.of(new WireItem.EditorNote("edNoteRole:correction", "Corrects fee")),
                List.of("sig:correction"),
                SUBJECTS,
                List.of(new WireItem.WireLink("urn:2", "irel:seeAlso", 1)),
                new WirePicture(
                        HASH,
                        "harbour.jpg",
                        "image/jpeg",
                        3200,
                        2133,
                        CAPTION,
                        CREDIT,
                        "Sputnik/…",
                        "Ships",
                        "NARCH",
                        List.of(new WirePicture.Form("harbour.jpg", "rnd:highRes", "image/jpeg", 3200, 2133, 400_000))),
                List.of("No urgency"));
    }

    static StoryContent storyContent() {
        return new StoryContent(
                "Norland raises fees",
                "Exclusive",
                "Pilots are angry",
                "HARBOUR-FEES/",
                "world",
                List.of("Ines Halloran"),
                DATELINE,
                BODY,
                SIGN_OFF,
                List.of(PICTURE),
                SUBJECTS,
                4,
                new Slug("norland-raises-fees"));
    }

    static PublishedStory publishedStory() {
        return new PublishedStory(
                ID,
                7,
                new Slug("norland-raises-fees"),
                "world",
                "Norland raises fees",
                "Exclusive",
                "Pilots are angry",
                "HARBOUR-FEES/",
                List.of("Ines Halloran"),
                DATELINE,
                BODY,
                SIGN_OFF,
                PICTURE,
                SUBJECTS,
                4,
                NOON,
                NOON.plusSeconds(60),
                "urn:1");
    }
}
