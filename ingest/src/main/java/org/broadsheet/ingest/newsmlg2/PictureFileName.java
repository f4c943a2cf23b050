package org.broadsheet.ingest.newsmlg2;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.broadsheet.ingest.markup.Markup;
import org.jspecify.annotations.Nullable;

/// Which of the renditions an item offers is the picture: the largest one that names a file dropped beside it.
///
/// @param name the file's name in the same feed folder
/// @param size its length in bytes, where the item says so
record PictureFileName(String name, @Nullable Long size) {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png|gif|tiff?|webp)$");
    private static final Map<String, Integer> RANK =
            Map.of("rnd:highRes", 6, "rnd:main", 5, "rnd:lowRes", 4, "rnd:web", 3, "rnd:preview", 2, "rnd:thumb", 1);

    static @Nullable PictureFileName of(Markup.Element contentSet, Catalog catalog, Consumer<String> remark) {
        List<Markup.Element> largestFirst = contentSet.all("remoteContent").stream()
                .filter(PictureFileName::isPicture)
                .sorted(Comparator.comparingLong(PictureFileName::pixels)
                        .thenComparingInt(rendition -> RANK.getOrDefault(catalog.code(rendition, "rendition"), 3))
                        .thenComparingLong(rendition -> number(rendition.attribute("size")))
                        .reversed())
                .toList();
        for (Markup.Element rendition : largestFirst) {
            String name = fileName(rendition.attribute("href"), remark);
            if (name != null) {
                long size = number(rendition.attribute("size"));
                return new PictureFileName(name, size > 0 ? size : null);
            }
        }
        return null;
    }

    /// The name of a file in the same folder, or `null`: an address elsewhere and a path are remarked.
    private static @Nullable String fileName(String href, Consumer<String> remark) {
        if (href.isEmpty()) {
            return null;
        }
        String lower = href.toLowerCase(Locale.ROOT);
        String name = href;
        if (lower.startsWith("file:")) {
            name = href.substring("file:".length());
            name = name.startsWith("///") ? name.substring(3) : name;
        } else if (SCHEME.matcher(href).matches()) {
            remark.accept("The picture lies at " + href + " and was not fetched");
            return null;
        }
        name = decoded(name.startsWith("./") ? name.substring(2) : name).strip();
        boolean path = name.contains("/") || name.contains("\\") || name.equals("..") || name.startsWith(".");
        if (path || name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
            remark.accept(
                    "The picture is named by a path outside the feed's folder (" + href + ") and was not looked for");
            return null;
        }
        return name;
    }

    private static String decoded(String name) {
        if (!name.contains("%")) {
            return name;
        }
        try {
            return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private static boolean isPicture(Markup.Element rendition) {
        String type = rendition.attribute("contenttype").toLowerCase(Locale.ROOT);
        return type.isEmpty()
                ? PICTURE.matcher(rendition.attribute("href")).matches()
                : type.startsWith("image/") && !type.contains("svg");
    }

    private static long pixels(Markup.Element rendition) {
        return Math.min(number(rendition.attribute("width")), 1_000_000)
                * Math.min(number(rendition.attribute("height")), 1_000_000);
    }

    private static long number(String text) {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return Long.parseLong(text);
    }
}
