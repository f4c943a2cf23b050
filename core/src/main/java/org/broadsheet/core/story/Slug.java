package org.broadsheet.core.story;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The last segment of a story's address. Never reused; an old one redirects for ever.
///
/// @param value lower-case letters, digits and single hyphens, 1 to 96 characters
public record Slug(@JsonValue String value) {

    /// The longest slug, in characters.
    public static final int LONGEST = 96;

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
    private static final Pattern COMBINING = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHE = Pattern.compile("['\u2019\u02BC]");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HYPHENS_AT_THE_EDGE = Pattern.compile("^-+|-+$");

    /// Letters that no normal form takes apart.
    private static final Map<Integer, String> LETTERS = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ẞ', "ss"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'Ø', "o"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'Æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'Œ', "oe"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'Ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'Đ', "d"),
            Map.entry((int) 'ð', "d"),
            Map.entry((int) 'Ð', "d"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'Þ', "th"),
            Map.entry((int) 'ħ', "h"),
            Map.entry((int) 'Ħ', "h"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ŋ', "ng"));

    /// @throws IllegalArgumentException if the value is not a slug
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Slug {
        if (value.length() > LONGEST || !SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a slug: " + value);
        }
    }

    /// Whether a text could stand as a slug as it is.
    public static boolean isSlug(String text) {
        return text.length() <= LONGEST && SHAPE.matcher(text).matches();
    }

    /// The slug a headline suggests: accents dropped, cut at a word, `story` where the headline has no letter we can
    /// use.
    public static Slug from(String headline) {
        StringBuilder spelt = new StringBuilder(headline.length());
        headline.codePoints().forEach(c -> spelt.append(LETTERS.getOrDefault(c, Character.toString(c))));
        String plain = spelt.toString();
        plain = COMBINING
                .matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
                .replaceAll("");
        plain = APOSTROPHE.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        plain = HYPHENS_AT_THE_EDGE
                .matcher(OTHER.matcher(plain).replaceAll("-"))
                .replaceAll("");
        if (plain.length() > LONGEST) {
            int cut = plain.lastIndexOf('-', LONGEST);
            plain = plain.substring(0, cut > LONGEST / 2 ? cut : LONGEST);
            plain = HYPHENS_AT_THE_EDGE.matcher(plain).replaceAll("");
        }
        return new Slug(plain.isEmpty() ? "story" : plain);
    }

    /// The same slug with a number behind it, for the second story of the same name.
    ///
    /// @param number 2 or more
    public Slug numbered(int number) {
        String suffix = "-" + number;
        String stem =
                value.length() + suffix.length() > LONGEST ? value.substring(0, LONGEST - suffix.length()) : value;
        return new Slug(HYPHENS_AT_THE_EDGE.matcher(stem).replaceAll("") + suffix);
    }

    @Override
    public String toString() {
        return value;
    }
}
