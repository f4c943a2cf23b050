package org.broadsheet.ops.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.ops.newsroom.DemoNewsroom;
import org.broadsheet.ops.newsroom.WireCopy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Any one process may be ended at any moment: nothing that was received or published is lost or doubled.
class PowerCutTest {

    private static final int FILES = 100;
    private static final int PUBLISHED = 3;

    private final Platform platform = Platform.running();

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ingest", "cms-web", "search", "postgresql", "elasticsearch"})
    void aPowerCutAmidAHundredFilesLosesNothingAndDoublesNothing(String part) {
        String name = "cut-" + part;
        List<WireCopy> bulletins = WireTraffic.bulletins(name, FILES);
        EditorAtWork editor = EditorAtWork.signIn(platform, Platform.EDITOR);
        Map<String, String> published = new HashMap<>();

        for (int i = 0; i < FILES; i++) {
            WireTraffic.drop(
                    platform.home,
                    "demo",
                    name + "-" + (i + 1) + ".xml",
                    WireTraffic.AGENCE_NORD.text(bulletins.get(i)));
            if (i == 20) {
                published.putAll(publishTheFirst(editor, name));
            }
            if (i == FILES / 2) {
                platform.killAtOnce(part);
            }
        }
        Platform.Outcome up = platform.broadsheet("up");

        assertThat(up.exit()).as(up.output()).isZero();
        Platform.eventually(
                Duration.ofSeconds(60),
                "all hundred in the basket",
                () -> inTheBasket(editor, name),
                guids -> guids.size() >= FILES);
        assertThat(inTheBasket(editor, name)).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(guids(name));
        assertThat(inTheWireLog(name)).containsExactlyInAnyOrderElementsOf(guids(name));
        assertThat(published).hasSize(PUBLISHED);
        published.forEach((id, path) -> {
            assertThat(platform.read(path).statusCode()).isEqualTo(200);
            Platform.eventually(
                    Duration.ofSeconds(30),
                    "the published story is in the index",
                    () -> platform.searchService("/api/stories/" + id)
                            .path("state")
                            .asString(),
                    "published"::equals);
        });
    }

    private Map<String, String> publishTheFirst(EditorAtWork editor, String name) {
        Platform.eventually(
                Duration.ofSeconds(20),
                "the first files in the basket",
                () -> inTheBasket(editor, name),
                guids -> guids.size() >= PUBLISHED);
        Map<String, String> paths = new HashMap<>();
        for (String guid : inTheBasket(editor, name).subList(0, PUBLISHED)) {
            String id = editor.take(DemoNewsroom.AGENCY, guid);
            paths.put(id, editor.publish(id, "world"));
        }
        return paths;
    }

    private static List<String> guids(String name) {
        return IntStream.rangeClosed(1, FILES)
                .mapToObj(number -> WireTraffic.guid(name, number))
                .toList();
    }

    private static List<String> inTheBasket(EditorAtWork editor, String name) {
        return editor.basket().stream()
                .map(item -> item.path("guid").asString())
                .filter(guid -> guid.contains(":" + name + "-"))
                .collect(Collectors.toList());
    }

    private List<String> inTheWireLog(String name) {
        List<String> guids = new ArrayList<>();
        long position = 0;
        while (true) {
            JsonNode page = platform.ingestService("/api/log?after=" + position + "&limit=200");
            if (page.path("entries").isEmpty()) {
                return guids;
            }
            for (JsonNode entry : page.path("entries")) {
                position = entry.path("position").asLong();
                String guid = entry.path("item").path("guid").asString();
                if (guid.contains(":" + name + "-")) {
                    guids.add(guid);
                }
            }
        }
    }
}
