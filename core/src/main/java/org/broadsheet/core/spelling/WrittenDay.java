package org.broadsheet.core.spelling;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A day as it is written in running text: `June 19, 2024`, `19 June 2024`, `24-06-2014`, `2024-06-19`, `Nov. 10`.
///
/// @param start the place of its first character in the text
/// @param end the place behind its last character
/// @param year the year, `null` where none is written
/// @param month 1 to 12
/// @param day 1 to 31
public record WrittenDay(int start, int end, @Nullable Integer year, int month, int day) {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("january", 1),
            Map.entry("jan", 1),
            Map.entry("february", 2),
            Map.entry("feb", 2),
            Map.entry("march", 3),
            Map.entry("mar", 3),
            Map.entry("april", 4),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("june", 6),
            Map.entry("jun", 6),
            Map.entry("july", 7),
            Map.entry("jul", 7),
            Map.entry("august", 8),
            Map.entry("aug", 8),
            Map.entry("september", 9),
            Map.entry("sept", 9),
            Map.entry("sep", 9),
            Map.entry("october", 10),
            Map.entry("oct", 10),
            Map.entry("november", 11),
            Map.entry("nov", 11),
            Map.entry("december", 12),
            Map.entry("dec", 12));

    private static final List<String> WEEKDAYS = List.of(
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "mon",
            "tue",
            "tues",
            "wed",
            "thu",
            "thur",
            "thurs",
            "fri",
            "sat",
            "sun");

    private static final int EARLIEST_YEAR = 1826; // the oldest photograph there is
    private static final int LATEST_YEAR = 2199;

    /// Every day a text names, in its order. Where day and month could change places (`04/05/2024`) it is no day.
    public static List<WrittenDay> find(String text) {
        List<Piece> pieces = pieces(text);
        List<WrittenDay> days = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            WrittenDay day = at(text, pieces, i);
            if (day != null) {
                days.add(day);
                while (i + 1 < pieces.size() && pieces.get(i + 1).start < day.end) {
                    i++;
                }
            }
        }
        return days;
    }

    /// The day, where a year is written.
    public @Nullable LocalDate date() {
        return year == null ? null : LocalDate.of(year, month, day);
    }

    /// Whether a word is a day of the week, whole or cut short, with or without its point.
    public static boolean isWeekday(String word) {
        String plain = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
        return WEEKDAYS.contains(plain.toLowerCase(Locale.ROOT));
    }

    private static @Nullable WrittenDay at(String text, List<Piece> pieces, int i) {
        Piece first = pieces.get(i);
        Piece second = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
        if (second == null) {
            return null;
        }
        Piece third = i + 2 < pieces.size() ? pieces.get(i + 2) : null;
        if (first.month > 0 && second.isDayOfMonth() && gap(text, first, second)) {
            return withYear(text, first, second, third, first.month, second.number);
        }
        if (first.isDayOfMonth() && second.month > 0 && gap(text, first, second)) {
            return withYear(text, first, second, third, second.month, first.number);
        }
        if (third != null && first.digits > 0 && second.digits > 0 && third.digits > 0) {
            return inNumbers(text, first, second, third);
        }
        return null;
    }

    private static @Nullable WrittenDay withYear(
            String text, Piece first, Piece second, @Nullable Piece third, int month, int day) {
        if (third != null && third.isYear() && gap(text, second, third)) {
            return valid(first.start, third.end, third.number, month, day);
        }
        return valid(first.start, second.end, null, month, day);
    }

    private static @Nullable WrittenDay inNumbers(String text, Piece first, Piece second, Piece third) {
        if (second.start - first.end != 1 || third.start - second.end != 1) {
            return null;
        }
        char mark = text.charAt(first.end);
        if (text.charAt(second.end) != mark || (mark != '-' && mark != '.' && mark != '/') || second.digits > 2) {
            return null;
        }
        if (first.isYear() && third.digits <= 2) {
            return valid(first.start, third.end, first.number, second.number, third.number);
        }
        if (!third.isYear() || first.digits > 2) {
            return null;
        }
        if (mark == '/') {
            if (first.number <= 12 && second.number <= 12 && first.number != second.number) {
                return null;
            }
            if (second.number > 12) {
                return valid(first.start, third.end, third.number, first.number, second.number);
            }
        }
        return valid(first.start, third.end, third.number, second.number, first.number);
    }

    private static @Nullable WrittenDay valid(int start, int end, @Nullable Integer year, int month, int day) {
        try {
            LocalDate.of(year == null ? 2024 : year, month, day); // 2024: a leap year, for a day without one
            return new WrittenDay(start, end, year, month, day);
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }

    /// Whether nothing but a blank, a comma, a point or a hyphen stands between two pieces.
    private static boolean gap(String text, Piece left, Piece right) {
        if (right.start - left.end > 4) {
            return false;
        }
        for (int i = left.end; i < right.start; i++) {
            char c = text.charAt(i);
            if (!Spacing.isSpace(c) && c != ',' && c != '.' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int start = i;
            if (isDigit(c)) {
                int number = 0;
                while (i < text.length() && isDigit(text.charAt(i))) {
                    number = i - start < 5 ? number * 10 + (text.charAt(i) - '0') : number;
                    i++;
                }
                int digits = i - start;
                boolean ordinal = digits <= 2 && isOrdinal(text, i);
                pieces.add(new Piece(start, ordinal ? i + 2 : i, 0, number, digits));
                if (ordinal) {
                    i += 2;
                }
            } else if (Character.isLetter(c)) {
                while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
                    i++;
                }
                pieces.add(new Piece(start, i, monthOf(text, start, i), 0, 0));
            } else {
                i++;
            }
        }
        return pieces;
    }

    private static int monthOf(String text, int start, int end) {
        if (end - start > 9 || !Character.isUpperCase(text.charAt(start))) {
            return 0;
        }
        return MONTHS.getOrDefault(text.substring(start, end).toLowerCase(Locale.ROOT), 0);
    }

    private static boolean isOrdinal(String text, int at) {
        if (at + 2 > text.length() || (at + 2 < text.length() && Character.isLetterOrDigit(text.charAt(at + 2)))) {
            return false;
        }
        String ending = text.substring(at, at + 2).toLowerCase(Locale.ROOT);
        return ending.equals("st") || ending.equals("nd") || ending.equals("rd") || ending.equals("th");
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// A word or a number of the text; `month` is 0 for a word that is no month, `digits` 0 for a word.
    private record Piece(int start, int end, int month, int number, int digits) {

        boolean isDayOfMonth() {
            return (digits == 1 || digits == 2) && number >= 1 && number <= 31;
        }

        boolean isYear() {
            return digits == 4 && number >= EARLIEST_YEAR && number <= LATEST_YEAR;
        }
    }
}
