package org.broadsheet.ingest.routing;

import java.time.DayOfWeek;
import java.util.Locale;

/// The days of the week as rules name them: `mon` to `sun`.
final class Days {

    private Days() {}

    /// @throws IllegalArgumentException if it is none
    static DayOfWeek named(String name) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(small)) {
                return day;
            }
        }
        throw new IllegalArgumentException("No day of the week: " + name);
    }
}
