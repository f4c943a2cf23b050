package org.broadsheet.core.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.core.spelling.Agencies;
import org.jspecify.annotations.Nullable;

/// The pieces of a credit line while it is being read.
final class CreditParts {

    /// Agencies that name themselves before the one whose picture they pass on.
    private static final Set<String> PASSES_ON = Set.of("picture alliance", "picture-alliance");

    final List<String> names = new ArrayList<>();
    boolean pool;
    boolean handout;
    boolean file;

    /// Notes that a word says pool, handout or file; false where it says none of them.
    boolean note(String word) {
        if (CreditWords.saysFile(word)) {
            file = true;
        } else if (CreditWords.saysPool(word)) {
            pool = true;
        } else if (CreditWords.saysHandout(word)) {
            handout = true;
        } else {
            return false;
        }
        return true;
    }

    /// Whether nothing has been noted.
    boolean isEmpty() {
        return names.isEmpty() && !pool && !handout && !file;
    }

    /// The credit these pieces make, with what stood behind `via`; `null` where too many agencies are named.
    @Nullable
    Credit credit(boolean alsoHandout, boolean alsoPool, boolean alsoFile, @Nullable String passedOnBy) {
        List<String> people = new ArrayList<>(names);
        String distributor = passedOnBy;
        String agency = takeAgency(people);
        String second = agency == null ? null : takeKnown(people);
        if (second != null) {
            distributor = distributor == null ? second : second + " via " + distributor;
        }
        if (takeKnown(people) != null) {
            return null;
        }
        boolean givenOut = handout || alsoHandout;
        if (agency != null
                && second != null
                && passedOnBy == null
                && PASSES_ON.contains(agency.toLowerCase(Locale.ROOT))) {
            distributor = agency;
            agency = second;
        } else if (givenOut && agency != null && distributor == null && Agencies.isKnown(agency)) {
            // `AFP PHOTO/Norland Navy/Handout`: the office's picture, which the agency only passes on
            String office = takeOffice(people);
            if (office != null) {
                distributor = agency;
                agency = office;
            }
        }
        return new Credit(agency, people, pool || alsoPool, givenOut, distributor, file || alsoFile);
    }

    private static @Nullable String takeAgency(List<String> people) {
        String known = takeKnown(people);
        if (known != null || people.isEmpty()) {
            return known;
        }
        for (int i = 0; i < people.size(); i++) {
            if (Agencies.looksLikeOne(people.get(i)) || CreditWords.isOffice(people.get(i))) {
                return people.remove(i);
            }
        }
        boolean lastOfPeople =
                people.size() > 1 && CreditWords.isPerson(people.getFirst()) && !CreditWords.isPerson(people.getLast());
        if (lastOfPeople) {
            return people.removeLast();
        }
        boolean allPeople = people.stream().allMatch(CreditWords::isPerson);
        return allPeople && people.size() == 1 ? null : people.removeFirst();
    }

    private static @Nullable String takeOffice(List<String> people) {
        for (int i = 0; i < people.size(); i++) {
            if (CreditWords.isOffice(people.get(i))) {
                return people.remove(i);
            }
        }
        return null;
    }

    private static @Nullable String takeKnown(List<String> people) {
        for (int i = 0; i < people.size(); i++) {
            if (Agencies.isKnown(people.get(i))) {
                return people.remove(i);
            }
        }
        return null;
    }
}
