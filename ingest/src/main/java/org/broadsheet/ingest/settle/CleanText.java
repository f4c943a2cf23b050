package org.broadsheet.ingest.settle;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.words.Characters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Takes out of an item what is no character of any text and what no database keeps (NUL above all), whatever format
/// let it through; the desk is told. Where nothing would be left of a text, U+FFFD stands for it: a name, a guid
/// or a run of text is never empty.
public final class CleanText {

    private static final String REMARK = "It held control characters, which are no part of a text and were left out";

    private CleanText() {}

    /// Whether the JSON of an item may hold such characters: they are escaped there, and hardly anything else is.
    static boolean isDoubtful(String json) {
        if (json.contains("\\u00")) {
            return true;
        }
        for (int i = 0; i < json.length(); i++) {
            if (Character.isSurrogate(json.charAt(i))) {
                if (i + 1 == json.length() || !Character.isSurrogatePair(json.charAt(i), json.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /// The item without them; itself where it holds none.
    ///
    /// @param json writes and reads items as the wire log has them
    public static WireItem of(WireItem item, JsonMapper json) {
        JsonNode tree = json.valueToTree(item);
        return clean(tree)
                ? json.treeToValue(tree, WireItem.class).toBuilder()
                        .remarked(List.of(REMARK))
                        .build()
                : item;
    }

    /// Cleans all texts of a tree in place.
    ///
    /// @return whether any had to be
    private static boolean clean(JsonNode tree) {
        boolean changed = false;
        if (tree instanceof ObjectNode object) {
            for (String name : new ArrayList<>(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (isUnclean(value)) {
                    object.put(name, clean(value.stringValue()));
                    changed = true;
                } else {
                    changed |= clean(value);
                }
            }
        } else if (tree instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode value = array.get(i);
                if (isUnclean(value)) {
                    array.set(i, array.stringNode(clean(value.stringValue())));
                    changed = true;
                } else {
                    changed |= clean(value);
                }
            }
        }
        return changed;
    }

    private static String clean(String text) {
        String clean = Characters.clean(text);
        return clean.isEmpty() || clean.isBlank() && !text.isBlank() ? "\uFFFD" : clean;
    }

    private static boolean isUnclean(JsonNode value) {
        return value instanceof StringNode text
                && !Characters.clean(text.stringValue()).equals(text.stringValue());
    }
}
