package org.broadsheet.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.cms.Page;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Press;
import org.broadsheet.cms.SiteTest;
import org.broadsheet.cms.Stories;
import org.broadsheet.core.picture.Caption;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureUse;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SiteTest
class FrontPageTest {

    private static final List<String> SECTIONS =
            List.of("world", "nation", "business", "technology", "sport", "culture");

    @Autowired
    MockMvcTester site;

    @Autowired
    Press press;

    @Autowired
    JdbcClient database;

    private final Instant now = Instant.now();

    @BeforeEach
    void anEmptyPaper() {
        press.startAfresh();
    }

    @Test
    void thePaperOpensBeforeAnythingIsPublished() {
        assertThat(Page.open(site, "/").text()).contains("The Harbour Times", "Nothing has been published here yet.");
        assertThat(Page.open(site, "/sport").text()).contains("Nothing has been published here yet.");
    }

    @Test
    void thePaperOpensBeforeAnybodyHasNamedIt() {
        database.sql("DELETE FROM masthead").update();

        assertThat(Page.open(site, "/").expectFirst("h1").text()).isEqualTo("Broadsheet");
    }

    @Test
    void noStoryStandsOnTheFrontPageTwice() {
        aDaysNews(80);

        List<String> addresses = Page.open(site, "/").select("main a[href^=/]").stream()
                .map(link -> link.attr("href"))
                .filter(address -> address.lastIndexOf('/') > 0)
                .toList();

        assertThat(addresses).hasSizeGreaterThan(35).doesNotHaveDuplicates();
    }

    @Test
    void aFamilyStandsOnTheFrontPageOnce() {
        press.publish(Stories.headed("Ferry adrift").at(ago(90)).print(), "ferry");
        press.publish(Stories.headed("Ferry towed in").in("nation").at(ago(30)).print(), "ferry");

        assertThat(Page.open(site, "/").select(".card-title, .list a").eachText())
                .containsExactly("Ferry towed in");
    }

    @Test
    void theMostUrgentFreshStoryWithAPictureLeads() {
        press.publish(Stories.headed("Parade delayed by rain")
                .in("culture")
                .urgency(6)
                .at(ago(5))
                .picture(picture(1))
                .print());
        press.publish(Stories.headed("Ministers agree pilot fees")
                .urgency(2)
                .at(ago(60))
                .picture(picture(2))
                .print());
        press.publish(
                Stories.headed("Flash without a picture").urgency(1).at(ago(50)).print());
        press.publish(Stories.headed("Old and urgent")
                .urgency(1)
                .at(ago(60 * 48))
                .picture(picture(3))
                .print());

        Element lead = Page.open(site, "/").expectFirst(".card-lead");

        assertThat(lead.expectFirst(".card-title").text()).isEqualTo("Ministers agree pilot fees");
        assertThat(lead.expectFirst("img").attr("srcset")).contains("1600.jpg 1200w");
        assertThat(lead.expectFirst("img").attr("alt")).isEqualTo("Ships at anchor");
    }

    @Test
    void eachSectionHasItsBlockInTheOrderOfTheMasthead() {
        aDaysNews(80);

        Document page = Page.open(site, "/");

        assertThat(page.select(".block h2").eachText())
                .containsExactly("World", "Nation", "Business", "Technology", "Sport", "Culture");
        for (Element block : page.select(".block")) {
            String section = block.expectFirst("h2 a").attr("href");
            assertThat(block.select("article a, ul a"))
                    .isNotEmpty()
                    .allSatisfy(link -> assertThat(link.attr("href")).startsWith(section + "/"));
        }
    }

    @Test
    void aStoryWithoutAStandfirstIsSummedUpByItsFirstParagraph() {
        press.publish(Stories.headed("Ministers meet").print());

        assertThat(Page.open(site, "/").expectFirst(".card-summary").text())
                .isEqualTo("Ministers met on Tuesday and agreed on very little.");
    }

    @Test
    void theSectionFrontShowsItsOwnStoriesNewestFirstAndTheNewestElsewhere() {
        press.publish(
                Stories.headed("Cup final at noon").in("sport").at(ago(300)).print());
        press.publish(
                Stories.headed("Keeper mends nets").in("sport").at(ago(200)).print());
        press.publish(Stories.headed("Rowers win").in("sport").at(ago(100)).print());
        press.publish(Stories.headed("Ministers meet").at(ago(10)).print());

        Document page = Page.open(site, "/sport");

        assertThat(page.expectFirst("h1").text()).isEqualTo("Sport");
        assertThat(page.select(".section-top .card-title, .section-rest .card-title")
                        .eachText())
                .containsExactly("Rowers win", "Keeper mends nets", "Cup final at noon");
        assertThat(page.select(".section-elsewhere .list a").eachText()).containsExactly("Ministers meet");
        assertThat(page.expectFirst("nav [aria-current=page]").text()).isEqualTo("Sport");
    }

    @Test
    void everyLinkOfTheSiteLeadsSomewhere() {
        aDaysNews(30);
        press.publish(
                Stories.harbourDeal(press.keep(Photographs.jpeg(1200, 800, 1))).print());
        Deque<String> open = new ArrayDeque<>(List.of("/"));
        Set<String> seen = new HashSet<>(open);

        while (!open.isEmpty()) {
            String address = open.poll();
            if (!address.matches(".*\\.(css|jpg|webp|avif|svg)")) {
                Document page = Page.open(site, address);
                page.select("a[href^=/], link[href^=/]").stream()
                        .map(link -> link.attr("href"))
                        .filter(seen::add)
                        .forEach(open::add);
                page.select("img, source[type=image/webp]").stream()
                        .flatMap(image -> List.of(image.attr("srcset").split(", ")).stream())
                        .map(candidate -> candidate.split(" ")[0])
                        .filter(seen::add)
                        .forEach(open::add);
            } else {
                assertThat(site.get().uri(address)).as(address).hasStatusOk();
            }
        }

        assertThat(seen).hasSizeGreaterThan(40).anyMatch(address -> address.endsWith(".jpg"));
    }

    private void aDaysNews(int stories) {
        for (int i = 0; i < stories; i++) {
            Stories story = Stories.headed("Story number " + i + " of the day")
                    .in(SECTIONS.get(i % SECTIONS.size()))
                    .urgency(1 + i % 8)
                    .at(ago(i * 20));
            press.publish((i % 3 == 0 ? story.picture(picture(i % 7)) : story).print());
        }
    }

    private PictureUse picture(int number) {
        return new PictureUse(
                press.keep(Photographs.jpeg(1200, 800, number)),
                new Caption("Ships.", false, null),
                new Credit("Agence Nord", List.of(), false, false, null, false),
                "Ships at anchor",
                1200,
                800);
    }

    private Instant ago(long minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }
}
