package org.broadsheet.ops.acceptance;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.broadsheet.ops.command.demo.DeskSession;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An editor signed in at the desk, for what is quicker said than clicked.
final class EditorAtWork {

    private final DeskSession desk;

    private EditorAtWork(DeskSession desk) {
        this.desk = desk;
    }

    static EditorAtWork signIn(Platform platform, String login) {
        return new EditorAtWork(
                DeskSession.signIn(platform.site("/"), login, platform.logins().get(login)));
    }

    /// Everything in the basket, taken or not, the newest first.
    List<JsonNode> basket() {
        List<JsonNode> items = new ArrayList<>();
        String before = "";
        while (true) {
            JsonNode page =
                    desk.get("/desk/api/wire?show=all&limit=100" + before).orTrouble("show the basket");
            if (page.path("items").isEmpty()) {
                return items;
            }
            page.path("items").forEach(items::add);
            before = "&before=" + items.getLast().path("position").asLong();
        }
    }

    /// Takes an item; the story's id.
    String take(String provider, String guid) {
        return desk.post("/desk/api/wire/take", Map.of("provider", provider, "guid", guid))
                .orTrouble("let " + guid + " be taken")
                .path("id")
                .asString();
    }

    /// Puts a story into a section and publishes it; its public path.
    String publish(String id, String section) {
        String address = "/desk/api/stories/" + id;
        JsonNode story = desk.get(address).orTrouble("show the story");
        ObjectNode content = (ObjectNode) story.path("content");
        content.put("section", section);
        JsonNode saved = desk.put(
                        address, Map.of("version", story.path("version").asInt(), "content", content))
                .orTrouble("save the story");
        return URI.create(desk.post(
                                address + "/publish",
                                Map.of("version", saved.path("version").asInt()))
                        .orTrouble("publish the story")
                        .path("publicAddress")
                        .asString())
                .getPath();
    }
}
