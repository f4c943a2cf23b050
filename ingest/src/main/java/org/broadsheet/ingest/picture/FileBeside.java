package org.broadsheet.ingest.picture;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The file a picture item means by a relative address: one that lies beside it in the feed's folder, or came in the
/// same mail. Nothing else is looked for.
public final class FileBeside {

    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:.*");
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png|gif|tiff?|webp)$");

    private FileBeside() {}

    /// The name of the file; `null` where the address leads elsewhere or out of the folder, which is remarked.
    public static @Nullable String of(String href, Consumer<String> remark) {
        if (href.isEmpty()) {
            return null;
        }
        String name = href;
        if (href.toLowerCase(Locale.ROOT).startsWith("file:")) {
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

    /// Whether a rendition is a picture, by its stated type, else by the ending of its name.
    ///
    /// @param type its media type; empty where not stated
    public static boolean isPicture(String type, String href) {
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? PICTURE.matcher(href).matches() : lower.startsWith("image/") && !lower.contains("svg");
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
}
