package org.broadsheet.core.picture;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Judges whether a picture may be shown, before a story goes out and again on every day after.
///
/// @param archiveAfterDays how long a picture that must not be archived may stand on a page
/// @param territories where this newspaper is published, ISO 3166-1 alpha-3; empty where everywhere
public record UsageJudge(int archiveAfterDays, Set<String> territories) {

    public UsageJudge {
        if (archiveAfterDays < 1) {
            throw new IllegalArgumentException("A picture may stand on a page for a day at least");
        }
        territories = Set.copyOf(territories);
    }

    /// Which rules are broken.
    public List<Breach> judge(List<UsageRule> rules, Showing showing) {
        List<Breach> breaches = new ArrayList<>();
        for (UsageRule rule : rules) {
            breachOf(rule, showing).ifPresent(breaches::add);
        }
        return breaches;
    }

    /// When the right to show it ends; empty where no rule ends it.
    ///
    /// @param firstShown when the story with the picture went out
    public Optional<Instant> endsAt(List<UsageRule> rules, Instant firstShown) {
        return rules.stream()
                .<Instant>mapMulti((rule, sink) -> {
                    switch (rule) {
                        case UsageRule.NotAfter until -> sink.accept(until.moment());
                        case UsageRule.NoArchive none ->
                            sink.accept(firstShown.plus(archiveAfterDays, ChronoUnit.DAYS));
                        case UsageRule.NoResale none -> {}
                        case UsageRule.OneTimeUse none -> {}
                        case UsageRule.EditorialOnly none -> {}
                        case UsageRule.NotBefore none -> {}
                        case UsageRule.NotIn none -> {}
                        case UsageRule.OnlyIn none -> {}
                        case UsageRule.CreditMandatory none -> {}
                    }
                })
                .min(Instant::compareTo);
    }

    private Optional<Breach> breachOf(UsageRule rule, Showing showing) {
        return switch (rule) {
            case UsageRule.NotBefore from ->
                when(
                        showing.now.isBefore(from.moment()),
                        rule,
                        "must not be shown before " + from.moment() + ".",
                        "Wait, or take another picture.");
            case UsageRule.NotAfter until ->
                when(
                        !showing.now.isBefore(until.moment()),
                        rule,
                        "must not be shown any more since " + until.moment() + ".",
                        "Take another picture.");
            case UsageRule.NoArchive none ->
                when(
                        showing.firstShown != null
                                && !showing.now.isBefore(showing.firstShown.plus(archiveAfterDays, ChronoUnit.DAYS)),
                        rule,
                        "must not be archived, and has been on the page for " + archiveAfterDays + " days.",
                        "Take another picture.");
            case UsageRule.OneTimeUse none ->
                when(
                        showing.otherStories > 0,
                        rule,
                        "may be used once, and stands on "
                                + (showing.otherStories == 1
                                        ? "another story."
                                        : showing.otherStories + " other stories."),
                        "Take another picture, or take it off there.");
            case UsageRule.NotIn out -> {
                boolean everywhere = territories.isEmpty();
                Set<String> both = new TreeSet<>(out.countries());
                if (!everywhere) {
                    both.retainAll(territories);
                }
                yield when(
                        !both.isEmpty(),
                        rule,
                        "must not be shown in " + String.join(", ", both) + ".",
                        "Take another picture.");
            }
            case UsageRule.OnlyIn in ->
                when(
                        territories.isEmpty() || !in.countries().containsAll(territories),
                        rule,
                        "may be shown in " + String.join(", ", new TreeSet<>(in.countries())) + " only.",
                        "Take another picture.");
            case UsageRule.CreditMandatory credit ->
                when(
                        showing.printedCredit.isBlank()
                                || !letters(showing.printedCredit).contains(letters(credit.credit())),
                        rule,
                        credit.credit().isEmpty()
                                ? "has to be credited."
                                : "has to be credited with “" + credit.credit() + "”.",
                        "Put it into the credit.");
            case UsageRule.NoResale none -> Optional.empty();
            case UsageRule.EditorialOnly none -> Optional.empty();
        };
    }

    private static Optional<Breach> when(boolean broken, UsageRule rule, String matter, String advice) {
        return broken ? Optional.of(new Breach(rule, matter, advice)) : Optional.empty();
    }

    /// Letters and digits alone: credits are printed in more ways than one.
    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /// How a picture is shown, or is about to be.
    ///
    /// @param now by the database's clock
    /// @param firstShown when the story with it went out; `null` before that
    /// @param otherStories how many other public stories show it
    /// @param printedCredit in house style; empty where there is none
    public record Showing(Instant now, @Nullable Instant firstShown, int otherStories, String printedCredit) {}

    /// A rule that is broken.
    ///
    /// @param matter the rest of a sentence that begins with the picture
    /// @param advice what to do, a whole sentence
    public record Breach(UsageRule rule, String matter, String advice) {}
}
