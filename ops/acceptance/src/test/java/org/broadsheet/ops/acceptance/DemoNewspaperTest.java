package org.broadsheet.ops.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The demo newsroom, seen as its readers see it.
class DemoNewspaperTest {

    private static final List<String> SECTIONS =
            List.of("world", "nation", "business", "technology", "sport", "culture");

    private final Platform platform = Platform.running();

    @Test
    void theFrontPageIsAFrontPage() {
        Document front = Jsoup.parse(platform.read("/").body());

        assertThat(storyPaths(front)).hasSizeGreaterThan(20);
        assertThat(front.select("main img")).hasSizeGreaterThan(6);
        assertThat(front.select("h1")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"world", "nation", "business", "technology", "sport", "culture"})
    void everySectionHasAFrontOfItsOwn(String section) {
        var answer = platform.read("/" + section);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(storyPaths(Jsoup.parse(answer.body())))
                .filteredOn(path -> path.startsWith("/" + section + "/"))
                .hasSizeGreaterThan(3);
    }

    @Test
    void everyStoryOnAFrontOpensWithAllItsPartsAndItsPictures() {
        Set<String> stories = new LinkedHashSet<>();
        SECTIONS.forEach(section -> stories.addAll(
                storyPaths(Jsoup.parse(platform.read("/" + section).body()))));

        assertThat(stories).hasSizeGreaterThan(35);
        for (String path : stories) {
            var answer = platform.read(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().allValues("set-cookie")).as(path).isEmpty();
            Document page = Jsoup.parse(answer.body());
            assertThat(page.select("h1").text()).as(path).isNotBlank().doesNotContainPattern("^(UPDATE|Exclusive)-");
            assertThat(page.text()).as(path).contains("(Agence Nord) - ", "Next In ", "Others Also Read");
            assertThat(page.select("time[datetime]")).as(path).isNotEmpty();
            for (String picture : page.select("main img").eachAttr("src")) {
                assertThat(platform.read(picture).statusCode()).as(picture).isEqualTo(200);
            }
        }
    }

    @Test
    void whatIsUnderEmbargoIsNowherePublic() {
        EditorAtWork editor = EditorAtWork.signIn(platform, Platform.EDITOR);
        var held = editor.basket().stream()
                .filter(item -> !item.path("embargoedUntil").isMissingNode()
                        && !item.path("embargoedUntil").isNull())
                .toList();

        assertThat(held).isNotEmpty();
        for (var item : held) {
            String headline = item.path("headline").asString();
            for (String page : List.of("/", "/world", "/nation", "/business", "/technology", "/sport", "/culture")) {
                assertThat(platform.read(page).body()).doesNotContain(headline);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1280})
    void noPageIsWiderThanTheScreenInLightOrDark(int width) {
        String story = storyPaths(Jsoup.parse(platform.read("/world").body()))
                .iterator()
                .next();
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = Browsers.chromium()
                    .newContext(new Browser.NewContextOptions()
                            .setViewportSize(width, 900)
                            .setColorScheme(scheme)
                            .setJavaScriptEnabled(true))) {
                Page page = context.newPage();
                for (String path : List.of("/", "/world", story)) {
                    page.navigate(platform.site(path).toString());
                    Object wider = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
                    assertThat(((Number) wider).intValue())
                            .as(path + " at " + width)
                            .isLessThanOrEqualTo(0);
                }
            }
        }
    }

    private Set<String> storyPaths(Document page) {
        Set<String> paths = new LinkedHashSet<>();
        page.select("main a[href]").eachAttr("href").stream()
                .map(href -> java.net.URI.create(href).getPath())
                .filter(path -> path != null && path.matches("/[a-z]+/[a-z0-9-]+"))
                .forEach(paths::add);
        return paths;
    }
}
