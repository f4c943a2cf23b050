package org.broadsheet.cms.desk;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What the desk's scripts say, from the same messages as everything else: all that begin with `script.`.
@Component
class ScriptWords {

    private static final String BUNDLE = "messages.desk";
    private static final String PREFIX = "script.";

    private final String json;

    ScriptWords(JsonMapper mapper) {
        ResourceBundle messages = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);
        Map<String, String> words = new TreeMap<>();
        for (String key : messages.keySet()) {
            if (key.startsWith(PREFIX)) {
                words.put(key.substring(PREFIX.length()), messages.getString(key));
            }
        }
        json = mapper.writeValueAsString(words);
    }

    /// A JSON object of key without prefix and sentence; `{0}` stands where a script puts something in.
    String json() {
        return json;
    }
}
