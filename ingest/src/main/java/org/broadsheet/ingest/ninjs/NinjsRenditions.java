package org.broadsheet.ingest.ninjs;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.broadsheet.ingest.json.JsonFields;
import org.broadsheet.ingest.picture.FileBeside;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Which of the renditions an item offers is the picture: the largest that names a file dropped beside it.
///
/// @param fileName its name in the feed's folder; empty where none can be found there
/// @param size its length in bytes; `null` where the item does not say
record NinjsRenditions(String fileName, @Nullable Long size) {

    private static final Map<String, Integer> RANK = Map.of(
            "original", 7, "highres", 6, "baseimage", 6, "main", 5, "viewimage", 3, "preview", 2, "thumbnail", 1);

    static NinjsRenditions of(Map<String, JsonNode> sent, Consumer<String> remark) {
        List<Rendition> largestFirst = sent.entrySet().stream()
                .map(entry -> Rendition.of(entry.getKey(), new JsonFields(entry.getValue())))
                .filter(Rendition::isPicture)
                .sorted(Comparator.comparingLong(Rendition::pixels)
                        .thenComparingInt(Rendition::rank)
                        .thenComparingLong(Rendition::size)
                        .reversed())
                .toList();
        for (Rendition rendition : largestFirst) {
            String name = FileBeside.of(rendition.href(), remark);
            if (name != null) {
                return new NinjsRenditions(name, rendition.size() > 0 ? rendition.size() : null);
            }
        }
        return new NinjsRenditions("", null);
    }

    /// Whether any of them is a picture.
    static boolean showAPicture(Collection<JsonNode> sent) {
        return sent.stream()
                .map(rendition -> Rendition.of("", new JsonFields(rendition)))
                .anyMatch(Rendition::isPicture);
    }

    private record Rendition(String name, String href, String type, long pixels, long size) {

        static Rendition of(String name, JsonFields fields) {
            long pixels = Math.min(number(fields.text("width")), 1_000_000)
                    * Math.min(number(fields.text("height")), 1_000_000);
            String type = fields.text("contenttype", "mimetype", "mime_type");
            return new Rendition(name, fields.text("href"), type, pixels, number(fields.text("sizeinbytes")));
        }

        boolean isPicture() {
            return !href.isEmpty() && FileBeside.isPicture(type, href);
        }

        int rank() {
            return RANK.getOrDefault(name.toLowerCase(Locale.ROOT), 4);
        }

        private static long number(String text) {
            if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return 0;
            }
            return Long.parseLong(text);
        }
    }
}
