package org.broadsheet.ops.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CopySheetTest {

    private static final String GOOD = """
            Guid: harbour-bell
            Version: 1
            Minutes-Ago: 30
            Urgency: 5
            Headline: Bell returns to the harbour
            Slugline: HARBOUR-BELL/
            Section: culture
            Topic: medtop:01000000 arts, culture, entertainment and media

            VASTHOLM (Agence Nord) - The bell is *back*.

            - One
            - Two
            """;

    @Test
    void aGoodSheetIsRead() {
        StorySheet story = StorySheet.read("bell.txt", GOOD);

        assertThat(story.headline()).isEqualTo("Bell returns to the harbour");
        assertThat(story.subjects()).hasSize(1);
        assertThat(story.desk()).isEqualTo(StorySheet.Desk.LEAVE);
    }

    @Test
    void aHeaderLineWithoutAColonNamesFileAndLine() {
        refused(GOOD.replace("Urgency: 5", "Urgency 5"), "bell.txt, line 4: not a header line: “Urgency 5”");
    }

    @Test
    void anUnknownHeaderNamesFileAndLine() {
        refused(GOOD.replace("Urgency: 5", "Priority: 5"), "bell.txt, line 4: no such header: Priority");
    }

    @Test
    void aHeaderGivenTwiceNamesFileAndLine() {
        refused(GOOD.replace("Urgency: 5", "Version: 1"), "bell.txt, line 4: Version may stand only once");
    }

    @Test
    void anEmptyHeaderNamesFileAndLine() {
        refused(GOOD.replace("Urgency: 5", "Urgency: "), "bell.txt, line 4: Urgency is empty");
    }

    @Test
    void anUrgencyOutOfBoundsNamesFileAndLine() {
        refused(GOOD.replace("Urgency: 5", "Urgency: 9"), "bell.txt, line 4: Urgency is “9”, not a number from 1 to 8");
    }

    @Test
    void aSectionThatIsNoneNamesFileAndLine() {
        refused(
                GOOD.replace("Section: culture", "Section: gossip"),
                "bell.txt, line 7: Section is “gossip”, not one of business, culture, nation, sport, technology, world");
    }

    @Test
    void aMissingHeaderNamesTheFile() {
        refused(GOOD.replace("Headline: Bell returns to the harbour\n", ""), "bell.txt, line 1: Headline is missing");
    }

    @Test
    void aTopicWithoutACodeNamesFileAndLine() {
        refused(
                GOOD.replace("medtop:01000000 arts, culture, entertainment and media", "culture"),
                "bell.txt, line 8: Topic is “culture”, not a medtop code and its name");
    }

    @Test
    void anUnknownDateWordNamesFileAndLine() {
        refused(GOOD.replace("is *back*", "is back {yesterday}"), "bell.txt, line 10: no such date word: {yesterday}");
    }

    @Test
    void aMarkThatIsNotClosedNamesFileAndLine() {
        refused(GOOD.replace("*back*", "*back"), "bell.txt, line 10: a “*” that opens or closes nothing");
    }

    @Test
    void aListGluedToAParagraphNamesFileAndLine() {
        refused(
                GOOD.replace("*back*.\n\n", "*back*.\n"),
                "bell.txt, line 11: an empty line is missing between two kinds of block");
    }

    @Test
    void aStoryWithoutTextNamesTheFile() {
        refused(GOOD.substring(0, GOOD.indexOf("\n\n") + 1), "bell.txt, line 10: the story has no text");
    }

    @Test
    void aSecondPictureOfTheSameNameNamesFileAndLine() {
        String picture = """
                Name: bell
                Scene: court
                Seed: 1
                Headline: Bell
                Caption: The bell, {fulldate}.
                Credit: AGENCE NORD/Rui Tavish
                Photographer: Rui Tavish
                Source: Agence Nord
                Alt: A bell
                City: Vastholm
                Country: Norland
                """;

        assertThatExceptionOfType(CopyUnreadable.class)
                .isThrownBy(() -> PictureSheet.readAll("pictures.txt", picture + "\n" + picture))
                .withMessage("pictures.txt, line 13: a second picture is called bell");
    }

    @Test
    void dateWordsCountFromTheDayOfTheCopy() {
        Instant lateOnMonday = Instant.parse("2026-11-23T23:30:00Z");
        ZoneId oslo = ZoneId.of("Europe/Oslo");

        String filled = DateWords.fill(
                "{weekday} {weekday-1} {date+8} {shortdate} {fulldate-158} {month-2} {year+3}", lateOnMonday, oslo);

        assertThat(filled).isEqualTo("Tuesday Monday December 2 Nov 24 June 19, 2026 September 2029");
    }

    private static void refused(String text, String message) {
        assertThatExceptionOfType(CopyUnreadable.class)
                .isThrownBy(() -> StorySheet.read("bell.txt", text))
                .withMessage(message);
    }
}
