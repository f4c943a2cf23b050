package org.broadsheet.cms.desk;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.webjars.WebJarVersionLocator;
import tools.jackson.databind.json.JsonMapper;

/// Where the browser finds the modules the editor is made of: straight from their jars, without a build step
/// (HTML Standard, import maps).
@Component
class ImportMap {

    private static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("prosemirror-model", "dist/index.js"),
            Map.entry("prosemirror-transform", "dist/index.js"),
            Map.entry("prosemirror-state", "dist/index.js"),
            Map.entry("prosemirror-view", "dist/index.js"),
            Map.entry("prosemirror-commands", "dist/index.js"),
            Map.entry("prosemirror-keymap", "dist/index.js"),
            Map.entry("prosemirror-history", "dist/index.js"),
            Map.entry("prosemirror-schema-list", "dist/index.js"),
            Map.entry("prosemirror-gapcursor", "dist/index.js"),
            Map.entry("orderedmap", "dist/index.js"),
            Map.entry("rope-sequence", "dist/index.js"),
            Map.entry("w3c-keyname", "index.js"));

    private final String json;

    ImportMap(JsonMapper mapper) {
        WebJarVersionLocator jars = new WebJarVersionLocator();
        Map<String, String> imports = new TreeMap<>();
        MODULES.forEach((module, file) -> imports.put(module, address(jars, module, file)));
        json = mapper.writeValueAsString(Map.of("imports", imports));
    }

    /// The import map as JSON.
    String json() {
        return json;
    }

    private static String address(WebJarVersionLocator jars, String module, String file) {
        String version = jars.version(module);
        if (version == null) {
            throw new IllegalStateException("The editor's module " + module + " is not on the class path");
        }
        return "/webjars/" + module + "/" + version + "/" + file;
    }
}
