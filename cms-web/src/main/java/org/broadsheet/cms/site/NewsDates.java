package org.broadsheet.cms.site;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Prints dates in the publication's time zone and house style: `Sunday, 10 Nov 2024` and `9:12 AM`.
final class NewsDates {

    private final ZoneId timeZone;
    private final Instant now;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter hour;

    /// @param language of the publication, a BCP 47 tag
    /// @param now when the page is printed
    NewsDates(ZoneId timeZone, String language, Instant now) {
        Locale locale = Locale.forLanguageTag(language);
        this.timeZone = timeZone;
        this.now = now;
        this.day = DateTimeFormatter.ofPattern("EEEE, d MMM uuuu", locale);
        this.shortDay = DateTimeFormatter.ofPattern("d MMM", locale);
        this.hour = DateTimeFormatter.ofPattern("h:mm a", locale);
    }

    /// The day: `Sunday, 10 Nov 2024`.
    PrintedTime day(Instant moment) {
        return new PrintedTime(machine(moment), day.format(at(moment)));
    }

    /// Today, as it stands on top of the front page.
    PrintedTime today() {
        return new PrintedTime(at(now).toLocalDate().toString(), day.format(at(now)));
    }

    /// The time of day: `9:12 AM`.
    PrintedTime hour(Instant moment) {
        return new PrintedTime(machine(moment), hour.format(at(moment)));
    }

    /// What tells when a story was updated: the time of day where that was on the day it went out, else the day
    /// with it.
    PrintedTime update(Instant updated, Instant first) {
        boolean sameDay = at(updated).toLocalDate().equals(at(first).toLocalDate());
        return sameDay
                ? hour(updated)
                : new PrintedTime(machine(updated), day.format(at(updated)) + ", " + hour.format(at(updated)));
    }

    /// For lists: the time of day for what went out today, else the day: `22 Nov`.
    PrintedTime brief(Instant moment) {
        boolean today = at(moment).toLocalDate().equals(at(now).toLocalDate());
        return new PrintedTime(machine(moment), (today ? hour : shortDay).format(at(moment)));
    }

    private String machine(Instant moment) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at(moment.truncatedTo(ChronoUnit.SECONDS)));
    }

    private ZonedDateTime at(Instant moment) {
        return moment.atZone(timeZone);
    }
}
