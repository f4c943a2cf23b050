package org.broadsheet.ingest.json;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The properties of a JSON object by their names in small letters (`versionCreated` and `versioncreated` are one),
/// and which of them nobody asked for. A property that is `null` is not there.
public final class JsonFields {

    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final Map<String, String> written = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    /// @param object whose properties are wanted; anything else has none
    public JsonFields(@Nullable JsonNode object) {
        if (object != null && object.isObject()) {
            object.forEachEntry((name, value) -> {
                String key = (name.startsWith("$") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
                if (!value.isNull() && values.putIfAbsent(key, value) == null) {
                    written.put(key, name);
                }
            });
        }
    }

    /// The first of some properties that is there; `null` where none is.
    ///
    /// @param names in small letters
    public @Nullable JsonNode value(String... names) {
        JsonNode found = null;
        for (String name : names) {
            asked.add(name);
            if (found == null) {
                found = values.get(name);
            }
        }
        return found;
    }

    /// The text of the first of some properties that has one, stripped; empty where none has. Numbers are texts too.
    public String text(String... names) {
        String found = "";
        for (String name : names) {
            String text = found.isEmpty() ? JsonText.of(value(name)).strip() : found;
            asked.add(name);
            found = text;
        }
        return found;
    }

    /// Whether a property is there, be it empty.
    public boolean has(String name) {
        asked.add(name);
        return values.containsKey(name);
    }

    /// The entries of a list, or what stands alone where a list is expected; empty where nothing does.
    public List<JsonNode> list(String... names) {
        List<JsonNode> all = new ArrayList<>();
        for (String name : names) {
            JsonNode value = value(name);
            if (value != null && value.isArray()) {
                value.forEach(all::add);
            } else if (value != null) {
                all.add(value);
            }
        }
        return all;
    }

    /// The entries of an object by their names, or of a list by what each calls itself (`name`); empty where neither
    /// is there.
    public Map<String, JsonNode> named(String name) {
        JsonNode value = value(name);
        Map<String, JsonNode> all = new LinkedHashMap<>();
        if (value != null && value.isObject()) {
            value.forEachEntry((key, entry) -> {
                if (entry.isObject()) {
                    all.put(key, entry);
                }
            });
        } else if (value != null && value.isArray()) {
            int number = 0;
            for (JsonNode entry : value) {
                if (entry.isObject()) {
                    String own = JsonText.of(entry.get("name")).strip();
                    all.put(own.isEmpty() || all.containsKey(own) ? own + "#" + number : own, entry);
                    number++;
                }
            }
        }
        return all;
    }

    /// The properties whose names begin so, by what follows (`headline_main` under `main`), in their order.
    public Map<String, JsonNode> beginningWith(String beginning) {
        Map<String, JsonNode> all = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(beginning)) {
                asked.add(name);
                all.put(name.substring(beginning.length()), value);
            }
        });
        return all;
    }

    /// What nobody asked for, as it is written.
    public List<String> unasked() {
        return values.keySet().stream()
                .filter(name -> !asked.contains(name))
                .map(name -> written.getOrDefault(name, name))
                .toList();
    }
}
