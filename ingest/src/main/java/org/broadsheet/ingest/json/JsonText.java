package org.broadsheet.ingest.json;

import org.broadsheet.ingest.words.Characters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The characters of a JSON value as a story may have them.
public final class JsonText {

    private JsonText() {}

    /// The text of a value, or a number or a truth value as it is written; empty for anything else. Control characters
    /// that no text has and no database takes are left out, half a character becomes U+FFFD.
    public static String of(@Nullable JsonNode value) {
        if (value == null || value.isContainer() || value.isNull() || value.isMissingNode()) {
            return "";
        }
        return Characters.clean(value.asString());
    }
}
