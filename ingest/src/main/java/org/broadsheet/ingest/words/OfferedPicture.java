package org.broadsheet.ingest.words;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.broadsheet.core.wire.WirePicture;
import org.jspecify.annotations.Nullable;

/// One form in which the wire offers a picture.
///
/// @param href its file or address, as sent
/// @param use what the form is for, such as `rnd:highRes`; empty where not sent
/// @param mimeType as sent; empty where not sent
/// @param width in pixels; 0 where not sent
/// @param height in pixels; 0 where not sent
/// @param size in bytes; 0 where not sent
public record OfferedPicture(String href, String use, String mimeType, long width, long height, long size) {

    private static final int MOST_PIXELS = 1_000_000;
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]+:.*");
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png|gif|tiff?|webp)$");
    private static final Map<String, Integer> RANK =
            Map.of("rnd:highRes", 6, "rnd:main", 5, "rnd:lowRes", 4, "rnd:web", 3, "rnd:preview", 2, "rnd:thumb", 1);
    private static final Comparator<OfferedPicture> LARGEST_FIRST = Comparator.comparingLong(OfferedPicture::pixels)
            .thenComparingInt(offered -> RANK.getOrDefault(offered.use(), 3))
            .thenComparingLong(OfferedPicture::size)
            .reversed();

    /// A file dropped beside its item.
    ///
    /// @param name its name in the same feed folder
    /// @param size its length in bytes; `null` where the item does not say
    public record Beside(String name, @Nullable Long size) {}

    /// The largest of the forms that names a file beside its item; `null` where none does.
    ///
    /// @param remark told of addresses elsewhere and of paths that lead out of the feed's folder
    public static @Nullable Beside choose(List<OfferedPicture> forms, Consumer<String> remark) {
        List<OfferedPicture> pictures = forms.stream()
                .filter(OfferedPicture::isPicture)
                .sorted(LARGEST_FIRST)
                .toList();
        for (OfferedPicture form : pictures) {
            String name = fileName(form.href(), remark);
            if (name != null) {
                return new Beside(name, form.size() > 0 ? form.size() : null);
            }
        }
        return null;
    }

    /// A whole number as attributes carry it; 0 where it is empty or none.
    public static long number(String text) {
        if (text.isEmpty() || text.length() > 18 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return 0;
        }
        return Long.parseLong(text);
    }

    /// The forms as a picture item keeps them.
    public static List<WirePicture.Form> kept(List<OfferedPicture> forms) {
        return forms.stream()
                .map(form -> new WirePicture.Form(
                        form.href(), form.use(), form.mimeType(), form.width(), form.height(), form.size()))
                .toList();
    }

    /// Whether it is a picture that can be printed: by its type, else by the end of its name. A drawing in SVG is none.
    public boolean isPicture() {
        String type = mimeType.toLowerCase(Locale.ROOT);
        return type.contains("/")
                ? type.startsWith("image/") && !type.contains("svg")
                : PICTURE.matcher(href).matches();
    }

    private long pixels() {
        return Math.min(width, MOST_PIXELS) * Math.min(height, MOST_PIXELS);
    }

    /// The name of a file in the same folder, or `null`: an address elsewhere and a path are remarked.
    private static @Nullable String fileName(String href, Consumer<String> remark) {
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
