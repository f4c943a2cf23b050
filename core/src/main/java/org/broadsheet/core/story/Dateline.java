package org.broadsheet.core.story;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where a story was filed from, when, and by which agency: parsed off the first paragraph, printed in house style.
///
/// @param place the place as it is printed, in capitals or not as the wire had it; `null` where the wire names none
/// @param day the day as the wire wrote it (`Nov 10`), `null` where it wrote none; kept, not printed
/// @param agency the agency in brackets, `null` for the newsroom's own copy
public record Dateline(
        @Nullable String place,
        @Nullable String day,
        @Nullable String agency) {

    /// Nothing known.
    public static final Dateline NONE = new Dateline(null, null, null);

    public Dateline {
        place = blankToNull(place);
        day = blankToNull(day);
        agency = blankToNull(agency);
    }

    /// Whether there is nothing to print.
    @JsonIgnore
    public boolean isEmpty() {
        return place == null && agency == null;
    }

    /// In house style: `MOSCOW (Reuters) - `, with the trailing space; empty where there is nothing to print. The city
    /// is in capitals, what follows its comma is as it was written: `SYDNEY, Australia (AP) - `.
    public String print() {
        if (isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        if (place != null) {
            int comma = place.indexOf(',');
            String city = comma < 0 ? place : place.substring(0, comma);
            out.append(inCapitals(city)).append(place.substring(city.length())).append(' ');
        }
        if (agency != null) {
            out.append('(').append(agency).append(") ");
        }
        return out.append("- ").toString();
    }

    /// A city in capitals; one written in capitals already keeps its small letters, as in `McMURDO STATION`.
    private static String inCapitals(String city) {
        for (int i = 1; i < city.length(); i++) {
            if (Character.isUpperCase(city.charAt(i - 1)) && Character.isUpperCase(city.charAt(i))) {
                return city;
            }
        }
        return city.toUpperCase(Locale.ROOT);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
