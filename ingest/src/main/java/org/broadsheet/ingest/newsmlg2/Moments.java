package org.broadsheet.ingest.newsmlg2;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.broadsheet.ingest.markup.Markup;
import org.jspecify.annotations.Nullable;

/// Reads the moments agencies write, whole or cut short; one without a zone is taken as UTC.
final class Moments {

    /// An embargo whose end nobody stated: it runs until the agency or the desk ends it.
    static final Instant UNTIL_FURTHER_NOTICE = Instant.parse("9999-12-31T00:00:00Z");

    private Moments() {}

    /// The moment in an element; `null` where the element is not there or cannot be read, which is remarked.
    static @Nullable Instant read(Markup.@Nullable Element element, Consumer<String> remark) {
        if (element == null || element.words().isEmpty()) {
            return null;
        }
        Instant moment = parse(element.words());
        if (moment == null) {
            remark.accept("<" + element.name() + "> is not a date and time: " + element.words());
        }
        return moment;
    }

    /// Until when an item is embargoed; an embargo that cannot be read runs until further notice.
    static @Nullable Instant embargo(Markup.@Nullable Element element, Consumer<String> remark) {
        if (element == null) {
            return null;
        }
        Instant moment = parse(element.words());
        if (moment == null) {
            remark.accept(
                    element.words().isEmpty()
                            ? "It is embargoed until further notice"
                            : "It is embargoed, but until when cannot be read: " + element.words());
            return UNTIL_FURTHER_NOTICE;
        }
        return moment;
    }

    private static @Nullable Instant parse(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return parseShort(text);
        }
    }

    private static @Nullable Instant parseShort(String text) {
        try {
            return text.contains("T")
                    ? LocalDateTime.parse(text).toInstant(ZoneOffset.UTC)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
