package org.broadsheet.core.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The fields of a picture's sheet that the picture desk may write, by the names they have in its interface.
public enum SheetField {
    HEADLINE("headline", Kind.LINE, PictureSheet::headline),
    CAPTION("caption", Kind.TEXT, PictureSheet::caption),
    BYLINES("bylines", Kind.LIST, PictureSheet::bylines),
    BYLINE_TITLE("bylineTitle", Kind.LINE, PictureSheet::bylineTitle),
    CREDIT("credit", Kind.LINE, PictureSheet::credit),
    SOURCE("source", Kind.LINE, PictureSheet::source),
    COPYRIGHT("copyright", Kind.LINE, PictureSheet::copyright),
    USAGE_TERMS("usageTerms", Kind.TEXT, PictureSheet::usageTerms),
    INSTRUCTIONS("instructions", Kind.TEXT, PictureSheet::instructions),
    TAKEN("taken", Kind.DAY, PictureSheet::taken),
    SUBLOCATION("place.sublocation", Kind.LINE, sheet -> sheet.place().sublocation()),
    CITY("place.city", Kind.LINE, sheet -> sheet.place().city()),
    STATE("place.state", Kind.LINE, sheet -> sheet.place().state()),
    COUNTRY("place.country", Kind.LINE, sheet -> sheet.place().country()),
    COUNTRY_CODE("place.countryCode", Kind.LINE, sheet -> sheet.place().countryCode()),
    PERSONS("persons", Kind.LIST, PictureSheet::persons),
    KEYWORDS("keywords", Kind.LIST, PictureSheet::keywords),
    URGENCY("urgency", Kind.URGENCY, PictureSheet::urgency),
    CATEGORY("category", Kind.LINE, PictureSheet::category),
    ALT("alt", Kind.TEXT, PictureSheet::alt),
    LONG_ALT("longAlt", Kind.TEXT, PictureSheet::longAlt),
    JOB_ID("jobId", Kind.LINE, PictureSheet::jobId),
    TITLE("title", Kind.LINE, PictureSheet::title),
    WEB_STATEMENT("licence.webStatement", Kind.ADDRESS, sheet -> sheet.licence().webStatement()),
    LICENSOR("licence.licensor", Kind.LINE, sheet -> sheet.licence().licensor()),
    LICENSOR_ADDRESS(
            "licence.licensorAddress", Kind.ADDRESS, sheet -> sheet.licence().licensorAddress()),
    DATA_MINING("licence.dataMining", Kind.LINE, sheet -> sheet.licence().dataMining()),
    DIGITAL_SOURCE_TYPE("digitalSourceType", Kind.LINE, PictureSheet::digitalSourceType);

    private final String word;
    private final Kind kind;
    private final Function<PictureSheet, @Nullable Object> reading;

    SheetField(String word, Kind kind, Function<PictureSheet, @Nullable Object> reading) {
        this.word = word;
        this.kind = kind;
        this.reading = reading;
    }

    /// What a field can hold.
    public enum Kind {
        /// Words in one line.
        LINE,
        /// Words in as many lines as it takes.
        TEXT,
        /// Several names or words.
        LIST,
        /// A day, or none.
        DAY,
        /// 1 to 8, or 0 for none.
        URGENCY,
        /// An `http` or `https` address, or none.
        ADDRESS
    }

    /// The field of a name, such as `place.city`.
    public static Optional<SheetField> of(String word) {
        for (SheetField field : values()) {
            if (field.word.equals(word)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /// Its name in the interface.
    public String word() {
        return word;
    }

    /// What it can hold.
    public Kind kind() {
        return kind;
    }

    /// What stands in it: a [String], a [List] of them, a [LocalDate] or `null`, or an [Integer].
    public @Nullable Object in(PictureSheet sheet) {
        return reading.apply(sheet);
    }

    /// What stands in it, in one line for people; empty where nothing does.
    public String print(PictureSheet sheet) {
        return print(in(sheet));
    }

    static String print(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining("; "));
            case Integer none when none == 0 -> "";
            default -> value.toString();
        };
    }
}
