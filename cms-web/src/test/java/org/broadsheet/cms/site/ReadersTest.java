package org.broadsheet.cms.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.broadsheet.cms.Page;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Press;
import org.broadsheet.cms.SiteTest;
import org.broadsheet.cms.Stories;
import org.broadsheet.core.publication.PublishedStory;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/// What every public page owes its readers.
@SiteTest
class ReadersTest {

    private static final String STORY = "/world/harbour-ministers-agree-pilot-fees-after-week-of-queues";
    private static final Pattern UNESCAPED = Pattern.compile("th:utext=\"([^\"]*)\"");

    @Autowired
    MockMvcTester site;

    @Autowired
    Press press;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    SiteTroubles troubles;

    private PublishedStory story;

    @BeforeEach
    void anEmptyPaper() {
        press.startAfresh();
        story = press.publish(
                Stories.harbourDeal(press.keep(Photographs.jpeg(1200, 800, 1))).print());
    }

    @Test
    void noPublicPageSetsACookie() {
        for (String address : publicAddresses()) {
            assertThat(site.get().uri(URI.create(address)))
                    .as(address)
                    .doesNotContainHeader("Set-Cookie")
                    .satisfies(answer ->
                            assertThat(answer.getResponse().getCookies()).isEmpty());
        }
    }

    @Test
    void noInlineScriptOrStyle() {
        for (String address : List.of("/", "/world", STORY, "/nowhere")) {
            Document page = Page.of(site.get().uri(address).exchange());

            assertThat(page.select("style, [style]")).as(address).isEmpty();
            assertThat(page.select("script:not([type=application/ld+json])"))
                    .as(address)
                    .isEmpty();
            assertThat(page.select("link[rel=stylesheet]")).as(address).hasSize(1);
        }
    }

    @Test
    void aPageMayLoadNothingFromElsewhereAndRunNothing() {
        for (String address : publicAddresses()) {
            String policy =
                    site.get().uri(URI.create(address)).exchange().getResponse().getHeader("Content-Security-Policy");
            assertThat(policy).as(address).contains("script-src 'none'").doesNotContain("unsafe");
        }
    }

    @Test
    void cachesAskEachTimeWhetherAPageStillStands() {
        MvcTestResult first = site.get().uri(STORY).exchange();
        String tag = first.getResponse().getHeader("ETag");

        assertThat(first).hasHeader("Cache-Control", "public, max-age=0, must-revalidate");
        assertThat(tag).startsWith("W/\"");
        assertThat(site.get().uri(STORY).header("If-None-Match", tag)).hasStatus(304);

        press.kill(story.id());
        assertThat(site.get().uri(STORY).header("If-None-Match", tag)).hasStatus(410);
    }

    @Test
    void theStyleSheetIsOneFileThatIsKeptForEver() {
        String address =
                Page.open(site, "/").expectFirst("link[rel=stylesheet]").attr("href");

        assertThat(site.get().uri(address))
                .hasStatusOk()
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable")
                .hasContentTypeCompatibleWith("text/css");
        assertThat(site.get().uri("/site/0000000000000000.css")).hasStatusOk().hasHeader("Cache-Control", "no-cache");
    }

    @Test
    void aPageSaysWhereItsPartsAreForThoseWhoCannotSeeIt() {
        for (String address : List.of("/", "/world", STORY)) {
            Document page = Page.open(site, address);

            assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
            assertThat(page.select("h1")).as(address).hasSize(1);
            assertThat(page.select("main")).hasSize(1);
            assertThat(page.expectFirst("body > a").attr("href")).isEqualTo("#main");
            assertThat(page.select("nav"))
                    .allSatisfy(nav -> assertThat(nav.attr("aria-label")).isNotBlank());
            assertThat(page.select("img")).allSatisfy(image -> {
                assertThat(image.hasAttr("alt")).isTrue();
                assertThat(image.attr("width")).isNotEmpty();
                assertThat(image.attr("height")).isNotEmpty();
            });
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select("[aria-labelledby]").eachAttr("aria-labelledby"))
                    .allSatisfy(id -> assertThat(page.getElementById(id)).isNotNull());
        }
    }

    @Test
    void whatIsAskedForWronglyGetsAPageAndNoTrace() {
        assertThat(site.post().uri("/")).hasStatus(405).bodyText().contains("We did not understand that");
        assertThat(site.get().uri(URI.create("/world/%00")))
                .satisfies(
                        answer -> assertThat(answer.getResponse().getStatus()).isBetween(400, 404));
    }

    @Test
    void aReaderWhoHasGoneIsToldNothing() {
        MockHttpServletResponse response = new MockHttpServletResponse();

        ModelAndView answer = troubles.resolveException(
                new MockHttpServletRequest("GET", STORY),
                response,
                null,
                new AsyncRequestNotUsableException("gone", new IOException("Broken pipe")));

        assertThat(answer).isNotNull().returns(true, ModelAndView::isEmpty);
        assertThat(response.getHeaderNames()).isEmpty();
    }

    @Test
    void whileTheDatabaseIsDownReadersAreToldWhenToComeBack() throws SQLException {
        assertThat(site.get().uri("/")).hasStatusOk();
        try (Connection connection = besideOurDatabase();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + name() + " ALLOW_CONNECTIONS false");
            try {
                statement.execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '"
                        + name() + "' AND pid <> pg_backend_pid()");

                for (String address : List.of("/", "/world", STORY, "/nowhere/at-all", "/a/b/c")) {
                    MvcTestResult answer = site.get().uri(address).exchange();
                    assertThat(answer).as(address).hasStatus(503).hasHeader("Retry-After", "5");
                    assertThat(answer)
                            .as(address)
                            .hasHeader("Cache-Control", "no-store")
                            .bodyText()
                            .contains("The Harbour Times", "back in a moment")
                            .doesNotContain("Exception", "SQL", "org.broadsheet");
                }
                assertThat(site.get().uri("/pictures/" + story.picture().hash() + "/640.jpg"))
                        .hasStatus(503)
                        .hasHeader("Retry-After", "5");
            } finally {
                statement.execute("ALTER DATABASE " + name() + " ALLOW_CONNECTIONS true");
            }
        }
        assertThat(Stream.generate(() ->
                                site.get().uri("/").exchange().getResponse().getStatus())
                        .limit(Duration.ofSeconds(5).toMillis())
                        .anyMatch(status -> status == 200))
                .isTrue();
    }

    @Test
    void templatesPrintUnescapedOnlyWhatTheSafeWritersMade() throws IOException {
        Path templates = new ClassPathResource("templates/site/story.html")
                .getFile()
                .toPath()
                .getParent();
        try (Stream<Path> files = Files.list(templates)) {
            List<String> unescaped = files.flatMap(file -> {
                        try {
                            return UNESCAPED
                                    .matcher(Files.readString(file, StandardCharsets.UTF_8))
                                    .results();
                        } catch (IOException e) {
                            throw new AssertionError(e);
                        }
                    })
                    .map(found -> found.group(1))
                    .toList();

            assertThat(unescaped).isNotEmpty().allSatisfy(expression -> {
                Matcher component = Pattern.compile("\\$\\{page\\.(\\w+)}").matcher(expression);
                assertThat(component.matches()).as(expression).isTrue();
                assertThat(Stream.of(StoryPage.class.getRecordComponents())
                                .filter(part -> part.getName().equals(component.group(1)))
                                .map(part -> part.getType().getSimpleName()))
                        .containsExactly("SafeHtml");
            });
        }
    }

    private List<String> publicAddresses() {
        String picture = "/pictures/" + story.picture().hash() + "/640.jpg";
        return List.of(
                "/",
                "/world",
                STORY,
                STORY + "/",
                "/nowhere",
                "/world/nothing",
                "/a/b/c",
                picture,
                "/site/icon.svg",
                "/site/0000000000000000.css");
    }

    private Connection besideOurDatabase() throws SQLException {
        String url = database.getJdbcUrl();
        return DriverManager.getConnection(
                url.substring(0, url.lastIndexOf('/')) + "/postgres", database.getUsername(), database.getPassword());
    }

    private String name() {
        String url = database.getJdbcUrl();
        return url.substring(url.lastIndexOf('/') + 1).replaceAll("\\?.*", "");
    }
}
