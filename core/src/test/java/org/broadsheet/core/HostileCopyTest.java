package org.broadsheet.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.core.picture.CaptionGrammar;
import org.broadsheet.core.picture.CreditGrammar;
import org.broadsheet.core.spelling.WrittenDay;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.DatelineGrammar;
import org.broadsheet.core.story.HeadlineGrammar;
import org.broadsheet.core.story.SignOffGrammar;
import org.broadsheet.core.story.Slug;
import org.broadsheet.core.wire.EditorsNoteGrammar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Lines of a million characters, made of what each grammar looks for, cost no more than a moment.
class HostileCopyTest {

    private static final int MILLION = 1_000_000;
    private static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");

    static Stream<String> pieces() {
        return Stream.of(
                "a",
                "A",
                " ",
                "\u00A0",
                "(",
                ")",
                "-",
                "/",
                ",",
                ". ",
                "1",
                "\uD83D\uDCF0",
                "\u0301",
                "MOSCOW, ",
                "(Reuters) ",
                "Nov 10, ",
                "Reporting by ",
                "(Reporting by A B",
                "Editing by A B; ",
                "A B in C, ",
                " and ",
                "UPDATE 1-",
                "EXCLUSIVE-",
                "REUTERS/",
                "via ",
                " via A/",
                "FILE PHOTO: ",
                "File photo dated 1 of ",
                ". REUTERS/A",
                "embargo ",
                "EMBARGOED UNTIL ",
                "not for release until 1",
                "not for 24-",
                "kill. ",
                "corrects ");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void aMillionCharactersAreReadInAMoment(String piece) {
        String line = piece.repeat(MILLION / piece.length());
        Body body = new Body(List.of(Block.Paragraph.of(line), Block.Paragraph.of(line)));

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
            DatelineGrammar.read(line);
            SignOffGrammar.read(line);
            HeadlineGrammar.read(line);
            CreditGrammar.read(line);
            CaptionGrammar.read(line);
            EditorsNoteGrammar.read(line, NOON);
            WrittenDay.find(line);
            Slug.from(line);
            SignOffGrammar.splitOff(body);
            DatelineGrammar.splitOff(body);
        });
    }

    /// The longest text each grammar really reads, so that the limits above do not hide a slow grammar.
    @ParameterizedTest
    @MethodSource("pieces")
    void theLongestTextThatIsReadIsReadInAMoment(String piece) {
        String note = piece.repeat(20_000 / piece.length());
        String paragraph = piece.repeat(2_000 / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
            for (int i = 0; i < 10; i++) {
                CaptionGrammar.read(note);
                EditorsNoteGrammar.read(note, NOON);
                SignOffGrammar.read(paragraph);
                SignOffGrammar.splitOff(new Body(List.of(Block.Paragraph.of(paragraph))));
                CreditGrammar.read(piece.repeat(Math.max(1, 300 / piece.length())));
                HeadlineGrammar.read(paragraph);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void nothingIsLostFromALongParagraph(String piece) {
        String line = piece.repeat(MILLION / piece.length());
        Body body = new Body(List.of(Block.Paragraph.of(line)));

        Body rest = DatelineGrammar.splitOff(body).rest();

        assertThat(line).endsWith(rest.plainText());
        assertThat(rest.plainText().length()).isGreaterThan(line.length() - 400);
    }
}
