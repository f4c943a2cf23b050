package org.broadsheet.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.broadsheet.cms.Page;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Press;
import org.broadsheet.cms.SiteTest;
import org.broadsheet.cms.Stories;
import org.broadsheet.cms.reading.Readings;
import org.broadsheet.cms.reading.Visit;
import org.broadsheet.core.publication.PublishedStory;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.story.Mark;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SiteTest
class StoryPageTest {

    private static final Visit A_READER = new Visit("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", null);
    private static final Instant MORNING = Instant.parse("2026-11-20T01:00:00Z");

    @Autowired
    MockMvcTester site;

    @Autowired
    Press press;

    @Autowired
    Readings readings;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void anEmptyPaper() {
        press.startAfresh();
        readings.writeDown();
    }

    @Test
    void aStoryPrintsEveryRowOfTheModelPage() {
        PublishedStory story = press.publish(
                Stories.harbourDeal(press.keep(Photographs.jpeg(1200, 800, 1))).print());
        press.publish(Stories.headed("Volcano alert lowered on Saint Brannoc").print());
        database.sql("INSERT INTO promo (id, words, href) VALUES (gen_random_uuid(), 'Follow our channel', '/channel')")
                .update();

        Document page = page("/world/harbour-ministers-agree-pilot-fees-after-week-of-queues");

        Element section = page.expectFirst(".crumb a");
        assertThat(section.text()).isEqualTo("World");
        assertThat(section.attr("href")).isEqualTo("/world");
        Element published = page.expectFirst(".published time");
        assertThat(published.text()).isEqualTo("Sunday, 10 Nov 2024");
        assertThat(published.attr("datetime")).isEqualTo("2024-11-10T09:12:00+08:00");
        assertThat(page.expectFirst(".published .hour").text()).isEqualTo("9:12 AM");
        assertThat(page.expectFirst(".updated").text()).isEqualTo("Updated 11:40 AM");
        assertThat(page.expectFirst("h1").text())
                .isEqualTo("Exclusive Harbour ministers agree pilot fees after week of queues");
        assertThat(page.expectFirst("h1 .kicker").text()).isEqualTo("Exclusive");
        assertThat(page.expectFirst(".standfirst").text())
                .isEqualTo("Deal in Vastholm ends a stand-off that left 140 ships waiting.");
        assertThat(page.expectFirst(".byline").text()).isEqualTo("By Ines Halloran and Tomas Verre");
        Element picture = page.expectFirst(".figure-lead img");
        assertThat(picture.attr("src")).isEqualTo("/pictures/" + story.picture().hash() + "/828.jpg");
        assertThat(picture.attr("srcset"))
                .contains("/320.jpg 320w")
                .contains("/1080.jpg 1080w")
                .contains("/1600.jpg 1200w")
                .doesNotContain("/2400.jpg");
        assertThat(page.select(".figure-lead source[type=image/webp]").attr("srcset"))
                .contains("/320.webp 320w")
                .contains("/1600.webp 1200w");
        assertThat(picture.attr("fetchpriority")).isEqualTo("high");
        assertThat(picture.attr("width")).isEqualTo("1200");
        assertThat(picture.attr("height")).isEqualTo("800");
        assertThat(picture.attr("alt")).isEqualTo("Container ships anchored in rows off a grey harbour at dusk");
        assertThat(page.expectFirst("figcaption").text())
                .isEqualTo("FILE PHOTO: Container ships wait off the port of Vastholm, Norland, June 19, 2024. "
                        + "Norland Press/Mika Solberg/Pool via AGENCE NORD/File Photo");
        assertThat(page.expectFirst(".credit").text())
                .isEqualTo("Norland Press/Mika Solberg/Pool via AGENCE NORD/File Photo");
        assertThat(page.expectFirst(".body p").text())
                .isEqualTo("VASTHOLM (Agence Nord) - Ministers of the four strait states agreed on Tuesday to a single"
                        + " schedule.");
        assertThat(page.select(".body .dateline")).hasSize(1);
        assertThat(page.expectFirst(".body h2").text()).isEqualTo("Queues to clear by Friday");
        assertThat(page.expectFirst(".sign-off").text())
                .isEqualTo("(Reporting by Ines Halloran in Vastholm; Editing by Osei Danquah)");
        assertThat(page.expectFirst(".promo a").text()).isEqualTo("Follow our channel");
        assertThat(page.expectFirst("#next-in").text()).isEqualTo("Next In World");
        assertThat(page.select(".list-next a").eachText()).containsExactly("Volcano alert lowered on Saint Brannoc");
        assertThat(page.expectFirst("link[rel=canonical]").attr("href"))
                .isEqualTo("https://www.harbour-times.example"
                        + "/world/harbour-ministers-agree-pilot-fees-after-week-of-queues");
    }

    @Test
    void aStoryThatWasNeverUpdatedDoesNotSayUpdated() {
        press.publish(Stories.headed("Grain ship freed").at(MORNING).print());

        assertThat(page("/world/grain-ship-freed").select(".updated")).isEmpty();
    }

    @Test
    void anUpdateOnAnotherDayNamesTheDay() {
        press.publish(Stories.headed("Grain ship freed")
                .at(MORNING)
                .updated(MORNING.plusSeconds(100_000))
                .print());

        assertThat(page("/world/grain-ship-freed").expectFirst(".updated").text())
                .isEqualTo("Updated Saturday, 21 Nov 2026, 12:46 PM");
    }

    @Test
    void aKilledStoryAnswers410() {
        PublishedStory story = press.publish(Stories.headed("Grain ship freed").print());
        press.publish(Stories.headed("Court lets river case go ahead").print());
        assertThat(site.get().uri("/world/grain-ship-freed")).hasStatusOk();

        press.kill(story.id());

        MvcTestResult answer = site.get().uri("/world/grain-ship-freed").exchange();
        assertThat(answer).hasStatus(410);
        assertThat(answer).bodyText().contains("withdrawn").doesNotContain("Grain ship freed");
        assertThat(page("/world/court-lets-river-case-go-ahead").text()).doesNotContain("Grain ship");
        assertThat(page("/").text()).doesNotContain("Grain ship");
        assertThat(page("/world").text()).doesNotContain("Grain ship");
    }

    @Test
    void anOldSlugRedirectsToTheNewOne() {
        PublishedStory story = press.publish(
                Stories.headed("Grain ship freed").slug("grain-ship-aground").print());
        press.publish(Stories.headed("Grain ship freed")
                .id(story.id())
                .slug("grain-ship-freed")
                .print());

        assertThat(site.get().uri("/world/grain-ship-aground"))
                .hasStatus(301)
                .hasHeader("Location", "/world/grain-ship-freed");
    }

    @Test
    void aWrongSectionCapitalsAndATrailingSlashAllLeadToTheOneAddress() {
        press.publish(Stories.headed("Grain ship freed").in("business").print());

        for (String wrong : List.of(
                "/world/grain-ship-freed",
                "/Business/grain-ship-freed",
                "/business/Grain-Ship-Freed",
                "/business/grain-ship-freed/")) {
            assertThat(site.get().uri(wrong))
                    .as(wrong)
                    .hasStatus(301)
                    .hasHeader("Location", "/business/grain-ship-freed");
        }
        assertThat(site.get().uri("/Business")).hasStatus(301).hasHeader("Location", "/business");
        assertThat(site.get().uri("/business/")).hasStatus(301).hasHeader("Location", "/business");
    }

    @Test
    void anUnknownAddressAnswers404WithTheNewestStories() {
        press.publish(Stories.headed("Grain ship freed").print());

        for (String unknown : List.of("/world/no-such-story", "/weather", "/a/b/c", "/world/nothing.html", "/%C3%A9")) {
            MvcTestResult answer = site.get().uri(java.net.URI.create(unknown)).exchange();
            assertThat(answer).as(unknown).hasStatus(404);
            assertThat(answer).as(unknown).bodyText().contains("There is no page here", "Grain ship freed");
        }
    }

    @Test
    void aSpikedOrDraftedStoryIsUnknownToReaders() {
        PublishedStory story = press.publish(Stories.headed("Grain ship freed").print());
        database.sql("DELETE FROM published_story").update();
        database.sql("UPDATE story SET state = 'draft' WHERE id = ?")
                .param(story.id())
                .update();

        assertThat(site.get().uri("/world/grain-ship-freed")).hasStatus(404);
    }

    @Test
    void nextInLeavesOutThisStoryAndItsFamily() {
        press.publish(Stories.headed("Grain ship freed").at(MORNING).print(), "grain-ship");
        press.publish(
                Stories.headed("Update on the grain ship")
                        .at(MORNING.plusSeconds(60))
                        .print(),
                "grain-ship");
        press.publish(Stories.headed("River case").at(MORNING.plusSeconds(120)).print(), "river");
        press.publish(
                Stories.headed("River case again").at(MORNING.plusSeconds(180)).print(), "river");
        press.publish(Stories.headed("Ferry to float books").in("culture").print());

        assertThat(page("/world/grain-ship-freed").select(".list-next a").eachText())
                .containsExactly("River case again");
    }

    @Test
    void nextInNamesTheTenNewestOfTheSection() {
        press.publish(Stories.headed("Grain ship freed").at(MORNING).print());
        for (int i = 1; i <= 12; i++) {
            press.publish(Stories.headed("Story number " + i)
                    .at(MORNING.plusSeconds(i * 60L))
                    .print());
        }

        List<String> next =
                page("/world/grain-ship-freed").select(".list-next a").eachText();

        assertThat(next)
                .hasSize(10)
                .startsWith("Story number 12", "Story number 11")
                .endsWith("Story number 3");
    }

    @Test
    void thePageIsCompleteWhileSearchIsDown() {
        PublishedStory story = press.publish(Stories.headed("Grain ship freed").print());
        PublishedStory near =
                press.publish(Stories.headed("Grain prices fall").in("business").print());
        PublishedStory killed =
                press.publish(Stories.headed("Grain ship sunk").in("business").print());
        database.sql("INSERT INTO related (story, list, fetched_at) VALUES (?, ?::jsonb, now() - interval '1 day')")
                .params(
                        story.id(),
                        "[{\"id\":\"" + killed.id() + "\",\"score\":2.5,\"reasons\":[\"words: grain\"]},{\"id\":\""
                                + near.id() + "\",\"score\":1.5}]")
                .update();
        press.kill(killed.id());

        Document page = page("/world/grain-ship-freed");

        assertThat(page.select(".list-related a").eachText()).containsExactly("Grain prices fall");
        assertThat(page.text()).doesNotContain("words: grain");
    }

    @Test
    void othersAlsoReadNamesWhatIsOpenedMost() {
        press.publish(Stories.headed("Grain ship freed").print());
        PublishedStory little = press.publish(
                Stories.headed("Rain delays the lantern parade").in("culture").print());
        PublishedStory much = press.publish(
                Stories.headed("The goalkeeper who mends nets").in("sport").print());
        readings.opened(little.id(), A_READER);
        readings.opened(much.id(), A_READER);
        readings.opened(much.id(), A_READER);
        readings.writeDown();

        assertThat(page("/world/grain-ship-freed").select(".list-ranked a").eachText())
                .containsExactly("The goalkeeper who mends nets", "Rain delays the lantern parade");
    }

    @Test
    void openingAStoryCountsAReaderAndNoMachine() {
        PublishedStory story = press.publish(Stories.headed("Grain ship freed").print());
        String address = "/world/grain-ship-freed";

        assertThat(site.get().uri(address).header("User-Agent", A_READER.userAgent()))
                .hasStatusOk();
        assertThat(site.get().uri(address).header("User-Agent", "ExampleBot/2.1 (+https://example.org/bot)"))
                .hasStatusOk();
        assertThat(site.get()
                        .uri(address)
                        .header("User-Agent", A_READER.userAgent())
                        .header("Sec-Purpose", "prefetch;prerender"))
                .hasStatusOk();
        assertThat(site.head().uri(address).header("User-Agent", A_READER.userAgent()))
                .hasStatusOk();
        assertThat(site.get().uri(address)).hasStatusOk();
        readings.writeDown();

        assertThat(database.sql("SELECT times FROM reading WHERE story = ?")
                        .param(story.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPromoOutsideItsDatesIsNotShown() {
        press.publish(Stories.headed("Grain ship freed").print());
        promo("Over", null, "now() - interval '1 hour'", "now() - interval '1 minute'");
        promo("Not yet", null, "now() + interval '1 hour'", "NULL");
        promo("Culture only", "culture", "NULL", "NULL");
        assertThat(page("/world/grain-ship-freed").select(".promo")).isEmpty();

        promo("Running", null, "now() - interval '2 hours'", "now() + interval '1 hour'");
        promo("World only", "world", "NULL", "NULL");

        assertThat(page("/world/grain-ship-freed").select(".promo a").eachText())
                .containsExactly("World only", "Running");
    }

    @Test
    void hostileWordsStayWords() {
        String hostile = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        press.publish(Stories.headed("Headline " + hostile)
                .slug("hostile")
                .kicker(hostile)
                .standfirst(hostile)
                .by(hostile)
                .body(
                        Block.Paragraph.of(hostile),
                        new Block.Paragraph(List.of(new Inline.Text(
                                hostile, List.of(new Mark.Link("https://example.org/\"onclick=\"alert(3)"))))),
                        new Block.Table(hostile, List.of()),
                        new Block.Tabular(hostile),
                        new Block.Embed("https://example.org/?\"><script>", hostile))
                .print());

        Document page = page("/world/hostile");

        assertThat(page.select("script")).hasSize(1);
        assertThat(page.expectFirst("script").attr("type")).isEqualTo("application/ld+json");
        assertThat(page.select("img")).isEmpty();
        assertThat(page.select("*").stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().startsWith("on")))
                .isEmpty();
        assertThat(page.expectFirst("h1").text()).contains(hostile);
        assertThat(page.expectFirst(".body p").text()).contains(hostile);
        assertThat(new tools.jackson.databind.json.JsonMapper()
                        .readTree(page.expectFirst("script").data())
                        .get("headline")
                        .asString())
                .isEqualTo("Headline " + hostile);
        assertThat(page("/").select("script, img")).isEmpty();
    }

    private void promo(String words, String section, String starts, String ends) {
        database.sql("INSERT INTO promo (id, section, words, href, starts_at, ends_at)"
                        + " VALUES (gen_random_uuid(), :section, :words, '/', " + starts + ", " + ends + ")")
                .param("section", section)
                .param("words", words)
                .update();
    }

    private Document page(String address) {
        return Page.open(site, address);
    }
}
