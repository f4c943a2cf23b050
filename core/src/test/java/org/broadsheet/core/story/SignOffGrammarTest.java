package org.broadsheet.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.core.Cases;
import org.broadsheet.core.story.SignOff.Contribution;
import org.broadsheet.core.story.SignOff.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SignOffGrammarTest {

    private static final List<List<String>> TABLE = Cases.of(SignOffGrammarTest.class, "sign-offs.txt");

    static Stream<List<String>> signOffs() {
        return TABLE.stream().filter(row -> !row.get(1).equals("stays"));
    }

    static Stream<String> plainTexts() {
        return TABLE.stream().filter(row -> row.get(1).equals("stays")).map(List::getFirst);
    }

    @Test
    void theTableIsBigEnough() {
        assertThat(TABLE).allMatch(row -> row.size() == 2).hasSizeGreaterThanOrEqualTo(75);
        assertThat(plainTexts()).hasSizeGreaterThanOrEqualTo(15);
    }

    @ParameterizedTest
    @MethodSource("signOffs")
    void aSignOffPrintsInHouseForm(List<String> row) {
        assertThat(SignOffGrammar.read(row.get(0)).print()).isEqualTo(row.get(1));
    }

    @ParameterizedTest
    @MethodSource("signOffs")
    void readingTheHouseFormGivesTheSameSignOff(List<String> row) {
        SignOff signOff = SignOffGrammar.read(row.get(1));

        assertThat(SignOffGrammar.read(signOff.print())).isEqualTo(signOff);
        assertThat(signOff.isEmpty()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("plainTexts")
    void whatIsNoSignOffStaysInTheText(String text) {
        Body body = new Body(List.of(Block.Paragraph.of("The port reopened."), Block.Paragraph.of(text)));

        assertThat(SignOffGrammar.read(text)).isEqualTo(SignOff.NONE);
        assertThat(SignOffGrammar.splitOff(body)).isEqualTo(new Split<>(SignOff.NONE, body));
    }

    @Test
    void peopleAndPlacesAreData() {
        SignOff signOff = SignOffGrammar.read(
                "(Reporting by Ines Halloran in Vastholm, Norland and Pavel de la Torre; Editing by Tom Reed Jr.)");

        assertThat(signOff)
                .isEqualTo(new SignOff(List.of(
                        new Contribution(
                                "Reporting",
                                List.of(
                                        new Person("Ines Halloran", "Vastholm, Norland"),
                                        new Person("Pavel de la Torre", null))),
                        new Contribution("Editing", List.of(new Person("Tom Reed Jr.", null))))));
    }

    @Test
    void theLineBelowTheSignOffStays() {
        Body body = new Body(List.of(
                Block.Paragraph.of("The port reopened."),
                Block.Paragraph.of("(Reporting by Lena Aas; Editing by Tom Reed)"),
                Block.Paragraph.of("Our Standards: The Agence Nord Principles.")));

        Split<SignOff> split = SignOffGrammar.splitOff(body);

        assertThat(split.part().print()).isEqualTo("(Reporting by Lena Aas; Editing by Tom Reed)");
        assertThat(split.rest())
                .isEqualTo(new Body(List.of(
                        Block.Paragraph.of("The port reopened."),
                        Block.Paragraph.of("Our Standards: The Agence Nord Principles."))));
    }

    @Test
    void aSignOffOverSeveralParagraphsIsOne() {
        Body body = new Body(List.of(
                Block.Paragraph.of("The port reopened."),
                Block.Paragraph.of("(Reporting by Lena Aas in Vastholm;"),
                Block.Paragraph.of("Additional reporting by Ada Quist"),
                Block.Paragraph.of("Editing by Tom Reed)")));

        Split<SignOff> split = SignOffGrammar.splitOff(body);

        assertThat(split.part().print())
                .isEqualTo(
                        "(Reporting by Lena Aas in Vastholm; Additional reporting by Ada Quist; Editing by Tom Reed)");
        assertThat(split.rest()).isEqualTo(new Body(List.of(Block.Paragraph.of("The port reopened."))));
    }

    @Test
    void aSignOffAtTheEndOfTheLastParagraphLeavesItsWordsAndMarks() {
        Body body = new Body(List.of(new Block.Paragraph(List.of(
                new Inline.Text("He sailed", List.of(new Mark.Strong())),
                Inline.Text.of(" (alone) at dawn. (Reporting by "),
                new Inline.Text("Lena Aas", List.of(new Mark.Emphasis())),
                Inline.Text.of("; Editing by Tom Reed)")))));

        Split<SignOff> split = SignOffGrammar.splitOff(body);

        assertThat(split.part().print()).isEqualTo("(Reporting by Lena Aas; Editing by Tom Reed)");
        assertThat(split.rest())
                .isEqualTo(new Body(List.of(new Block.Paragraph(List.of(
                        new Inline.Text("He sailed", List.of(new Mark.Strong())),
                        Inline.Text.of(" (alone) at dawn."))))));
    }

    @Test
    void theAgencysContactLineBehindTheSignOffStays() {
        Body body = new Body(List.of(Block.Paragraph.of(
                "(Reporting by Lena Aas; Editing by Tom Reed) ((lena.aas@example.org; +47 555 01 02))")));

        Split<SignOff> split = SignOffGrammar.splitOff(body);

        assertThat(split.part().isEmpty()).isFalse();
        assertThat(split.rest().plainText()).isEqualTo("((lena.aas@example.org; +47 555 01 02))");
    }

    @Test
    void aSignOffFarFromTheEndIsTheStorysOwn() {
        Body body = new Body(Stream.concat(
                        Stream.of(Block.Paragraph.of("(Reporting by Lena Aas)")),
                        Stream.generate(() -> (Block) Block.Paragraph.of("The port reopened."))
                                .limit(9))
                .toList());

        assertThat(SignOffGrammar.splitOff(body)).isEqualTo(new Split<>(SignOff.NONE, body));
    }

    @Test
    void aPictureBelowTheSignOffStays() {
        Body body = new Body(List.of(
                Block.Paragraph.of("Text."),
                Block.Paragraph.of("(Editing by Tom Reed)"),
                new Block.Embed("https://example.org/film", "Watch")));

        assertThat(SignOffGrammar.splitOff(body).rest())
                .isEqualTo(new Body(
                        List.of(Block.Paragraph.of("Text."), new Block.Embed("https://example.org/film", "Watch"))));
    }

    @Test
    void nobodyIsCreditedWithoutAName() {
        assertThat(SignOff.NONE.print()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Contribution("Reporting", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Person(" ", null));
    }
}
