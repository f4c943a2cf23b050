package org.broadsheet.ingest.words;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the moments agencies write in ISO 8601, long (`2026-11-25T10:15:00+01:00`) or basic (`20261125T101500+0100`),
/// whole or cut short; one without a zone is taken as UTC.
public final class Moments {

    /// An embargo whose end nobody stated: it runs until the agency or the desk ends it.
    public static final Instant UNTIL_FURTHER_NOTICE = Instant.parse("9999-12-31T00:00:00Z");

    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss[.SSS][XX][X]");
    private static final DateTimeFormatter BASIC_MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmm[XX][X]");
    private static final int LONGEST = 40;
    private static final String FORM = "0000-00-00T00:00:00Z";

    private Moments() {}

    /// The moment a field states; `null` where it is empty or cannot be read, which is remarked.
    ///
    /// @param field what the format calls it, for the remark
    public static @Nullable Instant read(String field, String text, Consumer<String> remark) {
        if (text.isBlank()) {
            return null;
        }
        Instant moment = parse(text);
        if (moment == null) {
            remark.accept(field + " is not a date and time: " + shortened(text));
        }
        return moment;
    }

    /// Until when an item is embargoed by a field that is there; one that cannot be read runs until further notice.
    public static Instant embargo(String text, Consumer<String> remark) {
        Instant moment = parse(text);
        if (moment == null) {
            remark.accept(
                    text.isBlank()
                            ? "It is embargoed until further notice"
                            : "It is embargoed, but until when cannot be read: " + shortened(text));
            return UNTIL_FURTHER_NOTICE;
        }
        return moment;
    }

    /// The moment a text states; `null` where it is none.
    public static @Nullable Instant parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            return null;
        }
        try {
            return isInUtc(stripped)
                    ? inUtc(stripped)
                    : OffsetDateTime.parse(stripped).toInstant();
        } catch (DateTimeException e) {
            return parseShort(stripped);
        }
    }

    /// The form nearly all agencies write: `2026-11-25T10:15:00Z`. It is read without a formatter, many times as fast.
    private static boolean isInUtc(String text) {
        if (text.length() != FORM.length()) {
            return false;
        }
        for (int i = 0; i < FORM.length(); i++) {
            char form = FORM.charAt(i);
            char c = text.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return true;
    }

    private static Instant inUtc(String text) {
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static @Nullable Instant parseShort(String text) {
        try {
            if (text.indexOf('-') == 4) {
                return text.contains("T")
                        ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                        : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.contains("T")
                    ? basic(text)
                    : LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant basic(String text) {
        int zone = Math.max(text.indexOf('+'), Math.max(text.indexOf('Z'), text.indexOf('-')));
        boolean seconds = (zone < 0 ? text.length() : zone) > "yyyyMMddTHHmm".length();
        var read = (seconds ? BASIC : BASIC_MINUTE).parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return read instanceof OffsetDateTime with
                ? with.toInstant()
                : ((LocalDateTime) read).toInstant(ZoneOffset.UTC);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
