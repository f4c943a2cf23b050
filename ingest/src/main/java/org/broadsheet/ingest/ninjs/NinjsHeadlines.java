package org.broadsheet.ingest.ninjs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.ingest.json.JsonFields;
import org.broadsheet.ingest.json.JsonText;
import org.broadsheet.ingest.markup.Whitespace;
import tools.jackson.databind.JsonNode;

/// The headlines of an item: `headline` and `headline_*` (1.x) or `headlines` with roles (2.x, 3.x). One is the
/// headline; the others go to the desk as notes that are never printed.
record NinjsHeadlines(String main, List<EditorNote> others) {

    private static final String ROLE = "headline";

    static NinjsHeadlines of(JsonFields item, Set<String> remarks) {
        List<Line> lines = new ArrayList<>();
        add("", item.value("headline"), lines);
        item.beginningWith("headline_").forEach((role, value) -> add(role, value, lines));
        for (JsonNode entry : item.list("headlines")) {
            JsonFields fields = new JsonFields(entry);
            add(fields.text("role"), entry.isObject() ? fields.value("value") : entry, lines);
        }
        String title = Whitespace.collapsed(item.text("title"));
        if (lines.isEmpty()) {
            if (!title.isEmpty()) {
                remarks.add("It has no headline; the title stands for it");
            }
            return new NinjsHeadlines(title, List.of());
        }
        Line main = lines.stream()
                .filter(line -> line.role().isEmpty() || line.role().equals("main"))
                .findFirst()
                .orElse(lines.getFirst());
        List<EditorNote> others = new ArrayList<>();
        for (Line line : lines) {
            if (!line.text().equals(main.text())) {
                others.add(new EditorNote(line.role().isEmpty() ? ROLE : ROLE + " " + line.role(), line.text()));
            }
        }
        if (!title.isEmpty() && lines.stream().noneMatch(line -> line.text().equals(title))) {
            others.add(new EditorNote("title", title));
        }
        return new NinjsHeadlines(main.text(), List.copyOf(others));
    }

    private static void add(String role, @org.jspecify.annotations.Nullable JsonNode value, List<Line> into) {
        String text = Whitespace.collapsed(JsonText.of(value));
        if (!text.isEmpty()) {
            into.add(new Line(role.toLowerCase(Locale.ROOT), text));
        }
    }

    private record Line(String role, String text) {}
}
