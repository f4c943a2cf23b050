package org.broadsheet.ops.command.demo;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.broadsheet.ops.command.house.Pause;
import org.broadsheet.ops.command.house.Trouble;
import org.broadsheet.ops.newsroom.Choice;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Does at the desk what the demo's editor chose: takes, dresses and publishes, through the same doors as any editor.
///
/// What was done before is seen and not done again, so a run that was broken off is gone on with.
final class DemoEditor {

    /// More at once would not be faster: the machine has two cores, and every step is a transaction.
    private static final int HANDS = 4;

    private static final Duration IN_THE_BASKET_WITHIN = Duration.ofMinutes(2);

    private final DeskSession desk;
    private final Instant now;

    /// @param now what the choices' times are counted back from
    DemoEditor(DeskSession desk, Instant now) {
        this.desk = desk;
        this.now = now;
    }

    /// Makes all choices.
    ///
    /// @return how many stories are out
    int choose(List<Choice> choices) {
        var work = new ArrayList<Callable<Boolean>>();
        choices.forEach(choice -> work.add(() -> choose(choice)));
        try (var hands = Executors.newFixedThreadPool(HANDS)) {
            int out = 0;
            for (Future<Boolean> done : hands.invokeAll(work)) {
                out += done.get() ? 1 : 0;
            }
            return out;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Trouble trouble) {
                throw trouble;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted.", e);
        }
    }

    /// Makes one choice.
    ///
    /// @return whether the story is out
    private boolean choose(Choice choice) {
        waitForTheBasket(choice);
        String what = choice.guid();
        var which = Map.of("provider", choice.provider(), "guid", choice.guid());
        String id = desk.post("/desk/api/wire/take", which)
                .orTrouble("let " + what + " be taken")
                .path("id")
                .asString();
        String address = "/desk/api/stories/" + id;
        JsonNode story = desk.get(address).orTrouble("show " + what);
        if (!story.path("state").asString().equals("draft")) {
            return story.path("state").asString().equals("published");
        }
        int version = story.path("version").asInt();
        if (version == 1) {
            version = desk.put(address, Map.of("version", version, "content", dressed(story, choice)))
                    .orTrouble("save " + what)
                    .path("version")
                    .asInt();
        }
        if (choice.publish()) {
            Instant out = now.minus(Duration.ofMinutes(choice.publishedMinutesAgo()));
            desk.post(address + "/publish", Map.of("version", version, "firstPublishedAt", out.toString()))
                    .orTrouble("publish " + what);
        }
        return choice.publish();
    }

    /// The item is in the basket in the version the choice is about, and all its pictures are there.
    private void waitForTheBasket(Choice choice) {
        String path = "/desk/api/wire/item?provider=" + encoded(choice.provider()) + "&guid=" + encoded(choice.guid());
        long deadline = System.nanoTime() + IN_THE_BASKET_WITHIN.toNanos();
        while (true) {
            DeskSession.Answer item = desk.get(path);
            if (item.status() == 200 && isComplete(item.body(), choice.version())) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw new Trouble("The wire item " + choice.guid() + " is not whole in the desk's wire basket: "
                        + item.status() + ". See: ops/broadsheet status");
            }
            Pause.forMillis(100);
        }
    }

    private static boolean isComplete(JsonNode item, long version) {
        boolean hasPictures = item.path("pictures")
                .valueStream()
                .allMatch(picture -> picture.path("held").asBoolean());
        return hasPictures && item.path("item").path("version").asLong() >= version;
    }

    private static ObjectNode dressed(JsonNode story, Choice choice) {
        ObjectNode content = ((ObjectNode) story.path("content")).deepCopy();
        var chosen = new HashMap<String, @Nullable String>();
        chosen.put("section", choice.section());
        chosen.put("kicker", choice.kicker());
        chosen.put("standfirst", choice.standfirst());
        chosen.put("slugline", choice.slugline());
        chosen.forEach((field, words) -> {
            if (words != null) {
                content.put(field, words);
            }
        });
        for (JsonNode picture : content.path("pictures")) {
            if (picture.path("alt").asString("").isBlank() && picture instanceof ObjectNode shown) {
                shown.put("alt", picture.path("caption").path("text").asString(""));
            }
        }
        return content;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
