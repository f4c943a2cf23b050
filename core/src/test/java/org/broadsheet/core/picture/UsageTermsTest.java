package org.broadsheet.core.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.broadsheet.core.Cases;
import org.broadsheet.core.picture.UsageJudge.Showing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UsageTermsTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-25T08:00:00Z");
    private static final UsageTable TABLE = houseTable();

    static Stream<List<String>> terms() {
        return Cases.of(UsageTermsTest.class, "usage-terms-read.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("terms")
    void termsBecomeRules(List<String> row) {
        UsageTerms read = read(row.get(0));

        assertThat(read.rules())
                .extracting(UsageTermsTest::written)
                .containsExactlyInAnyOrderElementsOf(split(row.get(1), ";"));
        assertThat(read.notUnderstood()).containsExactlyElementsOf(split(row.get(2), "\\|"));
    }

    @Test
    void theTableIsTheEditorsToChange() {
        UsageTable table = UsageTable.read("# our own\nHARBOUR ONLY ⇒ one-time-use\n");

        assertThat(UsageTerms.read(List.of("harbour only"), RECEIVED, ZoneOffset.UTC, table)
                        .rules())
                .containsExactly(new UsageRule.OneTimeUse("harbour only"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsageTable.read("NO SALES ⇒ no-resale\nNARCH ⇒ burn it"))
                .withMessageContaining("Line 2");
    }

    @Test
    @Timeout(60) // the patterns must not try every way to cut a long text
    void aLongTextIsReadToItsEnd() {
        String terms = "NO USE " + "ATLANTIS AND ".repeat(600) + "OUT. " + "AB ".repeat(500) + "OUT. NO SALES";

        assertThat(read(terms).rules()).containsExactly(new UsageRule.NoResale("NO SALES"));
    }

    @Test
    void aPictureThatMustNotBeArchivedComesOffAfterItsDays() {
        UsageJudge judge = new UsageJudge(30, Set.of());
        List<UsageRule> rules = read("NO ARCHIVES").rules();

        assertThat(judge.judge(rules, showing(RECEIVED, null, 0, ""))).isEmpty();
        assertThat(judge.judge(rules, showing(RECEIVED.plus(29, ChronoUnit.DAYS), RECEIVED, 0, "")))
                .isEmpty();
        assertThat(judge.judge(rules, showing(RECEIVED.plus(30, ChronoUnit.DAYS), RECEIVED, 0, "")))
                .hasSize(1);
        assertThat(judge.endsAt(rules, RECEIVED)).contains(RECEIVED.plus(30, ChronoUnit.DAYS));
    }

    @Test
    void theEarliestEndCounts() {
        UsageJudge judge = new UsageJudge(30, Set.of());

        assertThat(judge.endsAt(read("NO ARCHIVES. FOR USE WITHIN 14 DAYS").rules(), RECEIVED))
                .contains(RECEIVED.plus(14, ChronoUnit.DAYS));
        assertThat(judge.endsAt(read("NO SALES").rules(), RECEIVED)).isEmpty();
    }

    @Test
    void aPictureMayNotBeShownBeforeOrAfterItsTime() {
        UsageJudge judge = new UsageJudge(30, Set.of());
        List<UsageRule> rules = read("EMBARGOED UNTIL November 30, 2026. NO USE AFTER December 24, 2026")
                .rules();

        assertThat(judge.judge(rules, showing(RECEIVED, null, 0, "")))
                .singleElement()
                .satisfies(breach ->
                        assertThat(breach.matter()).isEqualTo("must not be shown before 2026-11-30T00:00:00Z."));
        assertThat(judge.judge(rules, showing(Instant.parse("2026-12-01T00:00:00Z"), null, 0, "")))
                .isEmpty();
        assertThat(judge.judge(rules, showing(Instant.parse("2026-12-25T00:00:00Z"), null, 0, "")))
                .hasSize(1);
    }

    @Test
    void onePictureForOneTimeUseStandsOnOneStory() {
        UsageJudge judge = new UsageJudge(30, Set.of());
        List<UsageRule> rules = read("ONE TIME USE ONLY").rules();

        assertThat(judge.judge(rules, showing(RECEIVED, null, 0, ""))).isEmpty();
        assertThat(judge.judge(rules, showing(RECEIVED, null, 1, "")))
                .singleElement()
                .satisfies(breach ->
                        assertThat(breach.matter()).isEqualTo("may be used once, and stands on another story."));
    }

    @Test
    void aTerritoryIsLeftOutWhereTheNewspaperIsPublished() {
        List<UsageRule> out = read("NORWAY OUT").rules();
        List<UsageRule> only = read("NORWAY USE ONLY").rules();

        assertThat(new UsageJudge(30, Set.of("NOR")).judge(out, showing(RECEIVED, null, 0, "")))
                .hasSize(1);
        assertThat(new UsageJudge(30, Set.of("SWE")).judge(out, showing(RECEIVED, null, 0, "")))
                .isEmpty();
        assertThat(new UsageJudge(30, Set.of()).judge(out, showing(RECEIVED, null, 0, "")))
                .hasSize(1);
        assertThat(new UsageJudge(30, Set.of("NOR")).judge(only, showing(RECEIVED, null, 0, "")))
                .isEmpty();
        assertThat(new UsageJudge(30, Set.of()).judge(only, showing(RECEIVED, null, 0, "")))
                .hasSize(1);
    }

    @Test
    void aMandatoryCreditHasToBePrinted() {
        UsageJudge judge = new UsageJudge(30, Set.of());
        List<UsageRule> rules = read("MANDATORY CREDIT: Norland Navy").rules();

        assertThat(judge.judge(rules, showing(RECEIVED, null, 0, "NORLAND NAVY/Handout via REUTERS")))
                .isEmpty();
        assertThat(judge.judge(rules, showing(RECEIVED, null, 0, "REUTERS/Ada Quist")))
                .hasSize(1);
        assertThat(judge.judge(read("MANDATORY CREDIT").rules(), showing(RECEIVED, null, 0, "")))
                .hasSize(1);
    }

    private static UsageTable houseTable() {
        try (InputStream in = UsageTable.class.getResourceAsStream(UsageTable.HOUSE_FILE)) {
            return UsageTable.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UsageTerms read(String terms) {
        return UsageTerms.read(List.of(terms), RECEIVED, ZoneOffset.UTC, TABLE);
    }

    private static Showing showing(Instant now, Instant firstShown, int otherStories, String credit) {
        return new Showing(now, firstShown, otherStories, credit);
    }

    private static List<String> split(String column, String mark) {
        return column.equals("-")
                ? List.of()
                : Arrays.stream(column.split(mark)).map(String::strip).toList();
    }

    private static String written(UsageRule rule) {
        return switch (rule) {
            case UsageRule.NoArchive none -> "no-archive";
            case UsageRule.NoResale none -> "no-resale";
            case UsageRule.OneTimeUse none -> "one-time";
            case UsageRule.EditorialOnly none -> "editorial";
            case UsageRule.NotBefore from -> "not-before " + from.moment();
            case UsageRule.NotAfter until -> "not-after " + until.moment();
            case UsageRule.NotIn out -> "not-in " + String.join(",", new TreeSet<>(out.countries()));
            case UsageRule.OnlyIn in -> "only-in " + String.join(",", new TreeSet<>(in.countries()));
            case UsageRule.CreditMandatory credit -> ("credit " + credit.credit()).strip();
        };
    }
}
