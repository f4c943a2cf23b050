package org.broadsheet.cms.picturefile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.core.picture.PictureSheet.Claim;
import org.broadsheet.core.picture.PictureSheet.Disagreement;
import org.broadsheet.core.picture.PictureSheet.NamedDate;
import org.broadsheet.core.picture.SheetField;
import org.broadsheet.core.spelling.Spacing;
import org.jspecify.annotations.Nullable;

/// Every date that a file names, the most trusted first. What is no date is kept as it is written.
final class SheetDates {

    private static final int LONGEST = 100;

    /// IIM 2:55 and 2:62 in IIM 4.2: `CCYYMMDD`.
    private static final Pattern IIM = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    /// IIM 2:60 and 2:63: `HHMMSS±HHMM`.
    private static final Pattern IIM_TIME =
            Pattern.compile("(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d|60)(?:[+-](?:0\\d|1[0-4])[0-5]\\d)?");

    /// ISO 8601 as XMP has it, which may leave out the day.
    private static final Pattern XMP = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})"
            + "(?:T(?:[01]\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d{2}:?\\d{2})?)?)?)?");

    /// Exif 3.0, DateTimeOriginal.
    private static final Pattern EXIF = Pattern.compile("(\\d{4}):(\\d{2}):(\\d{2}) \\d{2}:\\d{2}:\\d{2}");

    /// A date that was written by other rules than its place has.
    private static final Pattern ANY = Pattern.compile("(\\d{4})[-:./ ]?(\\d{2})[-:./ ]?(\\d{2})(?:\\D.*)?");

    private static final int FIRST_PHOTOGRAPH = 1826;
    private static final int LAST_YEAR = 2200;

    private final List<NamedDate> dates = new ArrayList<>();
    private final List<String> remarks;

    SheetDates(List<String> remarks) {
        this.remarks = remarks;
    }

    void inCaption(@Nullable LocalDate day) {
        if (day != null) {
            dates.add(new NamedDate("caption", day, day.toString()));
        }
    }

    void inXmp(String from, String written) {
        String value = tidy(written);
        Matcher matcher = XMP.matcher(value);
        if (matcher.matches()) {
            if (matcher.group(3) == null) {
                keep(from, null, value, value.isEmpty() ? null : from + " names no day");
            } else {
                add(from, value, matcher);
            }
        } else {
            odd(from, value);
        }
    }

    void inIim(String from, String written, String timeFrom, String time) {
        String value = tidy(written);
        String clock = tidy(time);
        if (!clock.isEmpty() && !IIM_TIME.matcher(clock).matches()) {
            remarks.add(timeFrom + " is no time: " + clock);
        }
        String both = clock.isEmpty() ? value : value + " " + clock;
        Matcher matcher = IIM.matcher(value);
        if (value.equals("00000000")) {
            // IIM 4.2: not known.
            return;
        }
        if (matcher.matches()) {
            add(from, both, matcher);
        } else {
            odd(from, both.strip());
        }
    }

    void inExif(String from, String written) {
        String value = tidy(written);
        if (value.chars().noneMatch(c -> c >= '1' && c <= '9')) {
            // Exif 3.0: blanks or zeros where it is not known.
            return;
        }
        Matcher matcher = EXIF.matcher(value);
        if (matcher.matches()) {
            add(from, value, matcher);
        } else {
            odd(from, value);
        }
    }

    private void add(String from, String written, Matcher parts) {
        LocalDate day = day(parts);
        keep(from, day, written, day == null ? from + " is no day of the calendar: " + written : null);
    }

    private void odd(String from, String written) {
        if (written.isEmpty()) {
            return;
        }
        Matcher any = ANY.matcher(written);
        LocalDate day = any.matches() ? day(any) : null;
        keep(from, day, written, from + (day == null ? " is no date: " : " is written by no rule: ") + written);
    }

    private void keep(String from, @Nullable LocalDate day, String written, @Nullable String remark) {
        if (!written.isEmpty()) {
            dates.add(new NamedDate(from, day, written));
        }
        if (remark != null) {
            remarks.add(remark);
        }
    }

    private static @Nullable LocalDate day(Matcher parts) {
        try {
            LocalDate day = LocalDate.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)));
            return day.getYear() < FIRST_PHOTOGRAPH || day.getYear() > LAST_YEAR ? null : day;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String tidy(String written) {
        String tidy = Spacing.tidy(Lettering.clean(written));
        return tidy.length() > LONGEST ? tidy.substring(0, LONGEST) : tidy;
    }

    List<NamedDate> all() {
        return dates;
    }

    /// The most trusted day; `null` where nobody names one.
    @Nullable
    LocalDate taken() {
        for (NamedDate date : dates) {
            if (date.day() != null) {
                return date.day();
            }
        }
        return null;
    }

    /// Whether the days differ, every one kept.
    List<Disagreement> disagreements() {
        Set<LocalDate> days = new LinkedHashSet<>();
        List<Claim> claims = new ArrayList<>();
        for (NamedDate date : dates) {
            LocalDate day = date.day();
            if (day != null) {
                days.add(day);
                claims.add(new Claim(date.from(), day.toString()));
            }
        }
        return days.size() < 2 ? List.of() : List.of(new Disagreement(SheetField.TAKEN.word(), claims));
    }
}
