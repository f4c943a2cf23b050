package org.broadsheet.ingest.ninjs;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.json.JsonFields;
import org.broadsheet.ingest.json.JsonLimits;
import org.broadsheet.ingest.json.JsonReader;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// ninjs 1.x, 2.x and 3.x (IPTC news in JSON): one item, or a list of items. The versions of the standard are told
/// apart property by property, as real feeds mix them.
@Component
@Order(65)
class Ninjs implements Format {

    private final JsonReader reader;

    Ninjs(JsonLimits limits) {
        this.reader = new JsonReader(Math.toIntExact(limits.largest().toBytes()));
    }

    @Override
    public String name() {
        return "ninjs";
    }

    /// Every JSON that no format before it knows: a document that is no ninjs gets a sentence that says so.
    @Override
    public boolean recognises(Copy copy) {
        return JsonReader.begins(copy.bytes());
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        List<String> remarks = new ArrayList<>();
        JsonNode root = reader.read(copy.bytes(), remarks::add);
        List<ParsedItem> read = new ArrayList<>();
        if (root.isObject() && !isList(root)) {
            read.addAll(new NinjsItemReader(copy, remarks).read(root));
            return new Reading.Items(read, List.of());
        }
        List<JsonNode> items = root.isArray() ? root.valueStream().toList() : new JsonFields(root).list("items");
        List<String> unread = new ArrayList<>();
        int number = 0;
        for (JsonNode item : items) {
            number++;
            try {
                read.addAll(new NinjsItemReader(copy, remarks).read(item));
            } catch (Unreadable e) {
                unread.add("Item " + number + " of the list: " + e.reason());
            }
        }
        if (read.isEmpty()) {
            throw new Unreadable(unread.isEmpty() ? "The list holds no item" : String.join(". ", unread));
        }
        return new Reading.Items(read, unread);
    }

    /// Some agencies' interfaces answer an object around the list.
    private static boolean isList(JsonNode root) {
        JsonNode items = root.get("items");
        return items != null && items.isArray() && root.get("uri") == null;
    }
}
