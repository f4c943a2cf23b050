package org.broadsheet.cms.picturerights;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.broadsheet.core.picture.UsageRule;
import org.jspecify.annotations.Nullable;

/// Says what rules demand, as an editor reads it: days in the newspaper's time zone, countries by their names.
final class RuleWords {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("HH:mm 'on' d MMMM uuuu", Locale.ENGLISH);

    private final ZoneId zone;
    private final int archiveDays;

    RuleWords(ZoneId zone, int archiveDays) {
        this.zone = zone;
        this.archiveDays = archiveDays;
    }

    String moment(Instant moment) {
        return MOMENT.format(moment.atZone(zone));
    }

    /// A whole sentence.
    String demand(UsageRule rule, @Nullable Instant firstShown) {
        return switch (rule) {
            case UsageRule.NoArchive none ->
                firstShown == null
                        ? "It may be shown for " + days() + ", counted from its first publication."
                        : "It may be shown for " + days() + " from " + moment(firstShown) + ".";
            case UsageRule.NoResale none -> "It must not be passed on to others.";
            case UsageRule.OneTimeUse none -> "It may be shown on one story only.";
            case UsageRule.EditorialOnly none -> "It is for news, not for advertising.";
            case UsageRule.NotBefore from -> "It must not be shown before " + moment(from.moment()) + ".";
            case UsageRule.NotAfter until -> "It must not be shown after " + moment(until.moment()) + ".";
            case UsageRule.NotIn out -> "It must not be shown in " + countries(out.countries()) + ".";
            case UsageRule.OnlyIn in -> "It may be shown in " + countries(in.countries()) + " only.";
            case UsageRule.CreditMandatory credit ->
                credit.credit().isEmpty()
                        ? "It has to be credited."
                        : "It has to be credited with “" + credit.credit() + "”.";
        };
    }

    /// What programs know the kind of a rule by.
    static String kind(UsageRule rule) {
        return switch (rule) {
            case UsageRule.NoArchive none -> "no-archive";
            case UsageRule.NoResale none -> "no-resale";
            case UsageRule.OneTimeUse none -> "one-time-use";
            case UsageRule.EditorialOnly none -> "editorial-only";
            case UsageRule.NotBefore none -> "not-before";
            case UsageRule.NotAfter none -> "not-after";
            case UsageRule.NotIn none -> "not-in";
            case UsageRule.OnlyIn none -> "only-in";
            case UsageRule.CreditMandatory none -> "credit-mandatory";
        };
    }

    private String days() {
        return archiveDays == 1 ? "one day" : archiveDays + " days";
    }

    private static String countries(Set<String> codes) {
        return new TreeSet<>(codes).stream().map(RuleWords::country).collect(Collectors.joining(", "));
    }

    private static String country(String three) {
        for (String two : Locale.getISOCountries()) {
            Locale country = Locale.of("", two);
            if (country.getISO3Country().equals(three)) {
                return country.getDisplayCountry(Locale.ENGLISH);
            }
        }
        return three;
    }
}
