package org.broadsheet.ingest.ninjs;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.ingest.json.JsonFields;
import org.broadsheet.ingest.words.OfferedPicture;
import tools.jackson.databind.JsonNode;

/// The forms in which an item offers its picture: an object of them in 1.x, a list from 2.0 on.
final class NinjsRenditions {

    private static final Map<String, String> USES = Map.of(
            "original", "rnd:highRes",
            "highres", "rnd:highRes",
            "hires", "rnd:highRes",
            "baseimage", "rnd:highRes",
            "main", "rnd:main",
            "viewimage", "rnd:web",
            "preview", "rnd:preview",
            "thumbnail", "rnd:thumb");

    private NinjsRenditions() {}

    static List<OfferedPicture> of(Map<String, JsonNode> sent) {
        return sent.entrySet().stream()
                .map(entry -> of(entry.getKey(), new JsonFields(entry.getValue())))
                .filter(form -> !form.href().isEmpty())
                .toList();
    }

    /// Whether any of them is a picture.
    static boolean showAPicture(Map<String, JsonNode> sent) {
        return of(sent).stream().anyMatch(OfferedPicture::isPicture);
    }

    private static OfferedPicture of(String name, JsonFields fields) {
        return new OfferedPicture(
                fields.text("href"),
                USES.getOrDefault(name.toLowerCase(Locale.ROOT), ""),
                fields.text("contenttype", "mimetype", "mime_type"),
                OfferedPicture.number(fields.text("width")),
                OfferedPicture.number(fields.text("height")),
                OfferedPicture.number(fields.text("sizeinbytes")));
    }
}
