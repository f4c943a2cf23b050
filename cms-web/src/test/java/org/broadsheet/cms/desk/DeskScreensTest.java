package org.broadsheet.cms.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Photographs;
import org.broadsheet.cms.Visitor;
import org.broadsheet.cms.picture.Keeping;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.wire.FakeWire;
import org.broadsheet.cms.wire.WireCopy;
import org.broadsheet.core.picture.PictureHash;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@NewsroomTest
class DeskScreensTest {

    private static final String NO_SUCH_STORY = "/desk/stories/00000000-0000-4000-8000-000000000000";
    private static final Pattern SAID = Pattern.compile("\\b(?:say|count)\\(\\s*\"([^\"]+)\"");
    private static final Pattern COUNTED = Pattern.compile("\\bcount\\(\\s*\"([^\"]+)\"");

    @Autowired
    Newsroom.People people;

    @Autowired
    FakeWire wire;

    @Autowired
    PictureStore pictures;

    @BeforeEach
    void printNewspaper() {
        people.printNewspaper();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk",
                "/desk/wire",
                "/desk/stories",
                "/desk/feeds",
                "/desk/feeds/x.css",
                "/desk/quarantine",
                "/desk/rules",
                "/desk/pictures",
                "/desk/picture-rules",
                NO_SUCH_STORY
            })
    void whoIsNotSignedInIsLedToTheSignInPage(String screen) {
        Visitor.Answer answer = people.visitor().get(screen);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/desk/sign-in");
    }

    @Test
    void theDeskBeginsWithTheWireBasket() {
        Visitor.Answer answer = editor().get("/desk");

        assertThat(answer.header("Location")).endsWith("/desk/wire");
    }

    @Test
    void aWrongPasswordIsAnsweredWithWhatToDo() {
        Visitor visitor = people.visitor();

        Visitor.Answer refused = visitor.signIn(people.editor().login(), "not " + Newsroom.PASSWORD);
        Document page = page(visitor.get(path(refused.header("Location"))));

        assertThat(page.select("[role=alert]").text()).contains("do not belong together", "Caps Lock");
        assertThat(page.select("#password").attr("aria-describedby")).isEqualTo("problem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"throttled", "expired", "signed-out"})
    void theSignInPageSaysWhatHasHappened(String what) {
        Document page = page(people.visitor().get("/desk/sign-in?" + what));

        assertThat(page.select("main .sentence").text()).isNotBlank();
    }

    @Test
    void everyScreenSaysItsWordsAndRunsNothingOfItsOwn() {
        for (String screen : screens()) {
            Visitor.Answer answer = editor().get(screen);
            Document page = page(answer);

            assertThat(answer.status()).as(screen).isEqualTo(200);
            assertThat(answer.body()).as(screen).doesNotContain("??");
            assertThat(page.title()).as(screen).isNotBlank();
            assertThat(page.select("h1")).as(screen).isNotEmpty();
            assertThat(page.select("a.skip").attr("href")).as(screen).isEqualTo("#main");
            assertThat(page.select("#main")).as(screen).hasSize(1);
            assertThat(page.select("style, [style]")).as(screen).isEmpty();
            assertThat(page.select("*").stream()
                            .flatMap(element -> element.attributes().asList().stream())
                            .filter(attribute -> attribute.getKey().startsWith("on")))
                    .as(screen)
                    .isEmpty();
            assertThat(page.select("script:not([src])").stream().map(script -> script.attr("type")))
                    .as(screen)
                    .allMatch("importmap"::equals);
            assertThat(page.select("script:not([nonce])")).as(screen).isEmpty();
            for (Element script : page.select("script")) {
                assertThat(answer.header("Content-Security-Policy"))
                        .as(screen)
                        .contains("'nonce-" + script.attr("nonce") + "'")
                        .doesNotContain("unsafe");
            }
        }
    }

    @Test
    void everyFieldHasALabel() {
        for (String screen : screens()) {
            Document page = page(editor().get(screen));
            for (Element field : page.select("input:not([type=hidden]), select, textarea")) {
                boolean labelled = !field.id().isEmpty()
                                && !page.select("label[for=" + field.id() + "]").isEmpty()
                        || field.closest("label") != null
                        // A row of a template gets its label tied by the script that copies it.
                        || field.closest(".field") != null
                                && field.closest(".field").selectFirst("label") != null;
                assertThat(labelled).as(screen + " " + field.outerHtml()).isTrue();
            }
        }
    }

    @Test
    void whatAScreenNamesIsServed() {
        Visitor editor = editor();
        for (String screen : screens()) {
            for (Element named : page(editor.get(screen)).select("link[href], script[src]")) {
                String address = named.hasAttr("src") ? named.attr("src") : named.attr("href");
                assertThat(editor.get(address).status()).as(address).isEqualTo(200);
            }
        }
    }

    @Test
    void theImportMapLeadsToEveryModuleThatAScriptAsksFor() {
        Visitor editor = editor();
        Document page = page(editor.get(aStory()));

        JsonNode imports = JsonMapper.builder()
                .build()
                .readTree(page.selectFirst("script[type=importmap]").data())
                .get("imports");

        assertThat(imports.propertyNames()).contains("prosemirror-view", "prosemirror-model", "w3c-keyname");
        for (String module : imports.propertyNames()) {
            Visitor.Answer answer = editor.get(imports.get(module).asString());
            assertThat(answer.status()).as(module).isEqualTo(200);
            assertThat(answer.header("Content-Type")).as(module).contains("javascript");
            for (String asked : bareImports(answer.body())) {
                assertThat(imports.propertyNames()).as(module + " asks for it").contains(asked);
            }
        }
    }

    @Test
    void everyWordAScriptSaysIsInTheMessages() throws IOException {
        ResourceBundle messages = ResourceBundle.getBundle("messages.desk");
        int said = 0;
        for (Resource script : scripts()) {
            String source = script.getContentAsString(StandardCharsets.UTF_8);
            for (String key : found(SAID, source)) {
                said++;
                List<String> keys =
                        found(COUNTED, source).contains(key) ? List.of(key + ".one", key + ".many") : List.of(key);
                assertThat(messages.keySet())
                        .as(script.getFilename())
                        .containsAll(keys.stream().map(one -> "script." + one).toList());
            }
        }
        assertThat(said).isGreaterThan(50);
    }

    @Test
    void aStoryThatIsNotThereIsExplained() {
        Visitor.Answer answer = editor().get(NO_SUCH_STORY);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(page(answer).select("h1").text()).isEqualTo("There is nothing here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/nothing", "/desk/nothing/here/at/all", "/desk/stories/not-a-story"})
    void anAddressOfTheDeskThatLeadsNowhereIsExplained(String nowhere) {
        Visitor.Answer answer = editor().get(nowhere);

        assertThat(answer.status()).isBetween(400, 404);
        assertThat(page(answer).select("h1").text()).isEqualTo("There is nothing here");
        assertThat(answer.body()).doesNotContain("??");
    }

    @Test
    void staffSeeAPictureThatNoReaderMaySee() throws IOException {
        byte[] jpeg = WireCopy.jpeg();
        pictures.keep(jpeg, "image/jpeg");
        String address = "/desk/pictures/" + PictureHash.of(jpeg) + "?w=480";

        Visitor.Answer seen = editor().get(address);
        Visitor.Answer again = editor().get(address, "If-None-Match", seen.header("ETag"));

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(seen.header("Cache-Control")).contains("private");
        assertThat(again.status()).isEqualTo(304);
        assertThat(people.visitor().get(address).status()).isEqualTo(302);
    }

    @Test
    void whoDoesNotLookAfterPicturesMayLookButNotWriteOnMany() {
        Document reporters = page(people.signedIn(people.reporter()).get("/desk/pictures"));
        Document editors = page(editor().get("/desk/pictures"));

        assertThat(reporters.select("[data-part=grid]")).hasSize(1);
        assertThat(reporters.select("[data-dialog=batch], [data-act=batch]")).isEmpty();
        assertThat(editors.select("[data-dialog=batch], [data-act=batch]")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"not-a-hash", "0000000000000000000000000000000000000000000000000000000000000000"})
    void aPictureNobodyHoldsIsNotFound(String hash) {
        assertThat(editor().get("/desk/pictures/" + hash).status()).isEqualTo(404);
    }

    private List<String> screens() {
        return List.of(
                "/desk/wire",
                "/desk/stories",
                "/desk/feeds",
                "/desk/feeds/northwind",
                "/desk/new-feed",
                "/desk/quarantine",
                "/desk/rules",
                "/desk/rules/shipping",
                "/desk/new-rule",
                aPicture(),
                "/desk/pictures",
                "/desk/pictures/upload",
                "/desk/picture-rules",
                "/desk/pictures/" + "0".repeat(64) + "/rights",
                aStory());
    }

    private String aPicture() {
        return pictures.keep(Photographs.jpeg(600, 400, 61), "image/jpeg") instanceof Keeping.Kept kept
                ? "/desk/pictures/" + kept.picture().hash() + "/crops"
                : "";
    }

    private String aStory() {
        WireCopy copy = WireCopy.harbourFees();
        wire.sends(copy.item());
        Visitor.Answer taken = editor().post("/desk/api/wire/take", """
            {"provider": "%s", "guid": "%s"}
            """.formatted(copy.provider, copy.guid));
        assertThat(taken.status()).as(taken.body()).isBetween(200, 201);
        return taken.json().get("address").asString();
    }

    private Visitor editor() {
        return people.signedIn(people.editor());
    }

    private static Document page(Visitor.Answer answer) {
        return Jsoup.parse(answer.body());
    }

    private static String path(String location) {
        return location.replaceFirst("^https?://[^/]+", "");
    }

    private static List<Resource> scripts() throws IOException {
        return List.of(
                new PathMatchingResourcePatternResolver().getResources("classpath:/static/desk/assets/js/**/*.js"));
    }

    private static List<String> bareImports(String source) {
        return found(Pattern.compile("from ['\"]([a-z][^'\"]*)['\"]"), source);
    }

    private static List<String> found(Pattern pattern, String source) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(source);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }
}
