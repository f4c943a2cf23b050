package org.broadsheet.core.story;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Who made a story: parsed off the last paragraph, printed at its end.
///
/// @param contributions in the order they are printed
public record SignOff(List<Contribution> contributions) {

    /// Nobody named.
    public static final SignOff NONE = new SignOff(List.of());

    public SignOff {
        contributions = contributions == null ? List.of() : List.copyOf(contributions);
    }

    /// Whether nobody is named.
    @JsonIgnore
    public boolean isEmpty() {
        return contributions.isEmpty();
    }

    /// In house style: `(Reporting by Ines Halloran in Vastholm; Editing by Osei Danquah)`; empty where nobody is
    /// named.
    public String print() {
        if (contributions.isEmpty()) {
            return "";
        }
        return contributions.stream().map(Contribution::print).collect(Collectors.joining("; ", "(", ")"));
    }

    /// People who did one job for the story.
    ///
    /// @param role the job as it is printed before `by`: `Reporting`, `Additional reporting`, `Writing`, `Editing`
    /// @param people at least one
    public record Contribution(String role, List<Person> people) {

        public Contribution {
            people = people == null ? List.of() : List.copyOf(people);
            if (role.isBlank() || people.isEmpty()) {
                throw new IllegalArgumentException("A contribution names a role and at least one person");
            }
        }

        String print() {
            List<String> names = people.stream().map(Person::print).toList();
            String list = names.size() == 1
                    ? names.getFirst()
                    : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
            return role + " by " + list;
        }
    }

    /// One person of the sign-off.
    ///
    /// @param place where they worked from, as printed after `in`; `null` where the wire does not say
    public record Person(String name, @Nullable String place) {

        public Person {
            place = place == null || place.isBlank() ? null : place.strip();
            name = name.strip();
            if (name.isEmpty()) {
                throw new IllegalArgumentException("A person of the sign-off has a name");
            }
        }

        String print() {
            return place == null ? name : name + " in " + place;
        }
    }
}
