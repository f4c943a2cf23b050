package org.broadsheet.core.picture;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/// What a picture's usage terms demand of whoever shows it, as a rule that can be checked.
public sealed interface UsageRule {

    /// The words the rule was read from, for whoever wants to see them.
    String words();

    /// It may stand on a page for a time and must then come off (`NO ARCHIVES`); how long is the newsroom's to say.
    record NoArchive(String words) implements UsageRule {}

    /// It must not be passed on to others (`NO RESALES`).
    record NoResale(String words) implements UsageRule {}

    /// It may be shown on one story only (`ONE TIME USE ONLY`).
    record OneTimeUse(String words) implements UsageRule {}

    /// For news, not for advertising (`EDITORIAL USE ONLY`).
    record EditorialOnly(String words) implements UsageRule {}

    /// Not before this moment.
    record NotBefore(Instant moment, String words) implements UsageRule {}

    /// Not after this moment.
    record NotAfter(Instant moment, String words) implements UsageRule {}

    /// Not in these countries (`USA OUT`).
    ///
    /// @param countries ISO 3166-1 alpha-3 codes
    record NotIn(Set<String> countries, String words) implements UsageRule {
        public NotIn {
            countries = Set.copyOf(new TreeSet<>(countries));
        }
    }

    /// In these countries only (`UK USE ONLY`).
    ///
    /// @param countries ISO 3166-1 alpha-3 codes
    record OnlyIn(Set<String> countries, String words) implements UsageRule {
        public OnlyIn {
            countries = Set.copyOf(new TreeSet<>(countries));
        }
    }

    /// The credit has to be printed, with these words in it.
    ///
    /// @param credit what has to be in the printed credit; empty where any credit will do
    record CreditMandatory(String credit, String words) implements UsageRule {}
}
