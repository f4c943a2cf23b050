package org.broadsheet.ops.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.ops.newsroom.WireCopy;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a routing rule publishes by itself: from the agency's file to the page that readers open, until the agency
/// takes it back, with nobody at the desk.
class RuleToPageTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Platform platform = Platform.running();

    @Test
    void copyThatARuleLetsThroughIsAPageByItselfAndGoneWhenTheAgencyKillsIt() {
        String name = "night" + Long.toString(System.nanoTime(), 36);
        String headline = "Pilots guild elects its first woman master, " + name;
        WireCopy copy = WireCopy.of(
                WireTraffic.guid(name, 1),
                1,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                headline,
                name.toUpperCase(Locale.ROOT) + "/",
                """
                VASTHOLM (Agence Nord) - The guild of harbour pilots elected Marit Solheim its master on Wednesday, the first woman to hold the chain in two hundred years.

                She has brought ships through the narrows since 1998 and means to have the night pilots paid as the day pilots are.

                (Reporting by Lena Ruud; Editing by Osei Danquah)
                """);
        JsonNode rule = platform.tellIngest(
                "PUT",
                "/api/rules/" + name,
                Map.of(
                        "name",
                        "Night copy " + name,
                        "version",
                        0,
                        "when",
                        Map.of("words", List.of(name)),
                        "then",
                        Map.of("section", "business", "autoPublish", true)));
        try {
            settled(name + "-1.xml", WireTraffic.AGENCE_NORD.text(copy));

            String path = Platform.eventually(
                    SOON,
                    "the section lists the story",
                    () -> Jsoup.parse(platform.read("/business").body())
                            .select("a[href]:contains(" + headline + ")")
                            .attr("href"),
                    found -> !found.isEmpty());
            assertThat(platform.read(path).statusCode()).isEqualTo(200);
            Document page = Jsoup.parse(platform.read(path).body());
            assertThat(page.select("h1").text()).isEqualTo(headline);
            assertThat(page.text()).contains("the first woman to hold the chain in two hundred years");
            EditorAtWork editor = EditorAtWork.signIn(platform, Platform.EDITOR);
            String story = editor.basket().stream()
                    .filter(item -> item.toString().contains(copy.guid()))
                    .map(item -> item.path("story").path("id").asString(""))
                    .findFirst()
                    .orElse("");
            assertThat(story).isNotEmpty();
            Platform.eventually(SOON, "search knows it", () -> inSearch(story), "published"::equals);

            settled(
                    name + "-2.xml",
                    WireTraffic.AGENCE_NORD.text(copy.killed(
                            Instant.now().truncatedTo(ChronoUnit.SECONDS), "The vote is to be held again.")));

            Platform.eventually(
                    AT_ONCE, "the page answers 410", () -> platform.read(path).statusCode(), code -> code == 410);
            for (String list : List.of("/", "/business")) {
                assertThat(Jsoup.parse(platform.read(list).body()).select("a[href$='" + path + "']"))
                        .as(list)
                        .isEmpty();
            }
            Platform.eventually(AT_ONCE, "search knows that it is killed", () -> inSearch(story), "killed"::equals);
        } finally {
            platform.tellIngest(
                    "DELETE",
                    "/api/rules/" + name + "?version=" + rule.path("version").asLong(),
                    Map.of());
        }
    }

    private String inSearch(String story) {
        return platform.searchService("/api/stories/" + story).path("state").asString("");
    }

    private void settled(String file, byte[] bytes) {
        WireTraffic.drop(platform.home, "demo", file, bytes);
        Platform.eventually(
                SOON,
                file + " is settled",
                () -> platform.ingestService("/api/receipts?feed=demo&name=" + file)
                        .path(0)
                        .path("state")
                        .asString(""),
                "settled"::equals);
    }
}
