package org.broadsheet.ops.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.CaptionGrammar;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.CreditGrammar;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.DatelineGrammar;
import org.broadsheet.core.story.SignOff;
import org.broadsheet.core.story.SignOffGrammar;
import org.junit.jupiter.api.Test;

class CopyGrammarTest {

    private static final WireDay DAY = new WireDay(TheWire.NEWSROOM, TheWire.NOW);

    @Test
    void everyStoryIsFiledByTheAgency() {
        for (StorySheet story : TheWire.NEWSROOM.stories()) {
            assertThat(dateline(story).agency()).as(story.sheet().file()).isEqualTo("Agence Nord");
        }
    }

    @Test
    void someStoriesAreFiledFromNowhere() {
        assertThat(TheWire.NEWSROOM.stories())
                .filteredOn(story -> dateline(story).place() == null)
                .extracting(StorySheet::name)
                .contains("strait-treaty")
                .hasSizeBetween(2, 6);
    }

    @Test
    void everyStoryButTheKillIsSigned() {
        for (StorySheet story : TheWire.NEWSROOM.stories()) {
            assertThat(signOff(story).isEmpty()).as(story.sheet().file()).isEqualTo(story.canceled());
        }
    }

    @Test
    void theTreatyStoryHasTheShapeOfTheModelPage() {
        StorySheet treaty = story("strait-treaty");
        WirePhoto photo = DAY.photo(picture("strait-treaty"));

        Caption caption = CaptionGrammar.read(photo.caption()).caption();
        Credit credit = CreditGrammar.read(photo.creditLine()).credit();

        assertThat(DAY.copy(treaty).body()).startsWith("(Agence Nord) -Norland's President");
        assertThat(signOff(treaty).contributions())
                .extracting(SignOff.Contribution::role)
                .containsExactly("Reporting", "Writing", "Editing");
        assertThat(caption.filePhoto()).isTrue();
        assertThat(caption.taken()).isNotNull();
        assertThat(credit)
                .isEqualTo(new Credit(
                        "Eastmark State Photo Service", List.of("Vadim Orlo"), true, false, "AGENCE NORD", true));
    }

    @Test
    void everyCreditLineIsUnderstoodAndPrintedAsItCame() {
        for (PictureSheet sheet : TheWire.NEWSROOM.pictures()) {
            String line = DAY.photo(sheet).creditLine();
            CreditGrammar.Reading reading = CreditGrammar.read(line);

            assertThat(reading.understood()).as(line).isTrue();
            assertThat(reading.credit().print()).isEqualTo(line);
        }
    }

    @Test
    void everyCaptionTellsTheDayItWasTaken() {
        for (PictureSheet sheet : TheWire.NEWSROOM.pictures()) {
            WirePhoto photo = DAY.photo(sheet);

            assertThat(CaptionGrammar.read(photo.caption()).caption().taken())
                    .as(photo.caption())
                    .isEqualTo(java.time.LocalDate.ofInstant(photo.takenAt(), DemoNewsroom.ZONE));
        }
    }

    private static Dateline dateline(StorySheet story) {
        return DatelineGrammar.read(paragraphs(story).getFirst()).dateline();
    }

    private static SignOff signOff(StorySheet story) {
        return SignOffGrammar.read(paragraphs(story).getLast());
    }

    private static List<String> paragraphs(StorySheet story) {
        return List.of(DAY.copy(story).body().split("\n\n"));
    }

    private static StorySheet story(String name) {
        return TheWire.NEWSROOM.stories().stream()
                .filter(story -> story.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static PictureSheet picture(String name) {
        return TheWire.NEWSROOM.pictures().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
