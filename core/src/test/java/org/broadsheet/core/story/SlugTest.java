package org.broadsheet.core.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Norland raises harbour fees                  | norland-raises-harbour-fees
                    "  Norland   raises  fees  "                 | norland-raises-fees
                    Norland's pilots won't work                  | norlands-pilots-wont-work
                    Norland’s pilots won’t work                  | norlands-pilots-wont-work
                    Fees up 3.5% at U.S.-owned port              | fees-up-3-5-at-u-s-owned-port
                    São Paulo café                               | sao-paulo-cafe
                    Große Straße                                 | grosse-strasse
                    GROẞE STRAẞE                                 | grosse-strasse
                    Ærø to Århus, by way of Łódź                 | aero-to-arhus-by-way-of-lodz
                    Đorđe Þór Œuvre ı                            | dorde-thor-oeuvre-i
                    ﬁnal fees                                    | final-fees
                    Ｆｕｌｌ width                                | full-width
                    -- dashes — everywhere – --                  | dashes-everywhere
                    100 boats                                    | 100-boats
                    Москва                                       | story
                    東京                                         | story
                    🚢                                           | story
                    !                                            | story
                    """)
    void aHeadlineSuggestsASlug(String headline, String slug) {
        assertThat(Slug.from(headline)).isEqualTo(new Slug(slug));
    }

    @Test
    void anEmptyHeadlineIsAStory() {
        assertThat(Slug.from("")).isEqualTo(new Slug("story"));
    }

    @Test
    void aLongHeadlineIsCutAtAWord() {
        String headline = "pilots ".repeat(40);

        Slug slug = Slug.from(headline);

        assertThat(slug.value())
                .hasSizeLessThanOrEqualTo(Slug.LONGEST)
                .endsWith("-pilots")
                .startsWith("pilots-");
        assertThat(Slug.from("a" + "b".repeat(300)).value()).hasSize(Slug.LONGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "norland-raises-fees", "2026-11-10"})
    void aSlugStandsAsItIs(String value) {
        assertThat(Slug.isSlug(value)).isTrue();
        assertThat(new Slug(value)).hasToString(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-a", "a-", "a--b", "A", "a b", "a/b", "../a", "é", "a\n", "a%20b"})
    void nothingElseIsASlug(String value) {
        assertThat(Slug.isSlug(value)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug(value));
    }

    @Test
    void aSlugIsNeverTooLong() {
        String longest = "a".repeat(Slug.LONGEST);

        assertThat(new Slug(longest).numbered(12).value()).hasSize(Slug.LONGEST).endsWith("-12");
        assertThatIllegalArgumentException().isThrownBy(() -> new Slug(longest + "a"));
    }

    @Test
    void theSecondStoryOfANameHasANumber() {
        assertThat(new Slug("norland-raises-fees").numbered(2)).isEqualTo(new Slug("norland-raises-fees-2"));
        String cutAtAHyphen = "a".repeat(Slug.LONGEST - 3) + "-bb";
        assertThat(new Slug(cutAtAHyphen).numbered(2).value()).isEqualTo("a".repeat(Slug.LONGEST - 3) + "-2");
    }
}
