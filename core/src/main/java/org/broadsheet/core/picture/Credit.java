package org.broadsheet.core.picture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// To whom a picture is owed, as data: `Sputnik/Vladimir Smirnov/Pool via REUTERS/File Photo`.
///
/// @param agency the agency or office the picture comes from; `null` where only a photographer is named
/// @param photographers who took it; empty where the wire does not say
/// @param pool whether it was taken for all agencies together
/// @param handout whether the subject itself gave it out
/// @param distributor the agency that passed it on, as after `via`; `null` where it came directly
/// @param file whether the credit says it is from the files
public record Credit(
        @Nullable String agency,
        List<String> photographers,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean pool,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean handout,
        @Nullable String distributor,
        @JsonSetter(nulls = Nulls.AS_EMPTY) boolean file) {

    /// No credit at all: such a picture cannot be published.
    public static final Credit NONE = new Credit(null, List.of(), false, false, null, false);

    public Credit {
        agency = blankToNull(agency);
        distributor = blankToNull(distributor);
        photographers = photographers == null
                ? List.of()
                : photographers.stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /// Whether nobody is credited: neither agency nor photographer nor distributor.
    @JsonIgnore
    public boolean isEmpty() {
        return agency == null && photographers.isEmpty() && distributor == null;
    }

    /// In house style: `Norland Press/Mika Solberg/Pool via AGENCE NORD/File Photo`; empty where nothing is known.
    public String print() {
        List<String> parts = new ArrayList<>();
        if (agency != null) {
            parts.add(agency);
        }
        if (!photographers.isEmpty()) {
            parts.add(String.join(", ", photographers));
        }
        if (pool) {
            parts.add("Pool");
        }
        if (handout) {
            parts.add("Handout");
        }
        String line = String.join("/", parts);
        if (distributor != null) {
            line = line.isEmpty() ? distributor : line + " via " + distributor;
        }
        if (!file) {
            return line;
        }
        return line.isEmpty() ? "File Photo" : line + "/File Photo";
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
