package org.broadsheet.ingest.routing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A rule made ready to be asked.
record CompiledRule(Rule rule, List<Condition> conditions) {

    /// @throws RuntimeException if a condition of it cannot be read
    static CompiledRule of(Rule rule) {
        return new CompiledRule(rule, Condition.of(rule.when()));
    }

    /// Whether every condition holds.
    boolean matches(Sight sight) {
        for (Condition condition : conditions) {
            if (!condition.holds(sight)) {
                return false;
            }
        }
        return true;
    }

    /// How an item stands to the rule, in words.
    Verdict judge(Sight sight) {
        List<String> reasons = new ArrayList<>();
        String against = null;
        int failed = 0;
        for (Condition condition : conditions) {
            if (condition.holds(sight)) {
                reasons.add(condition.why(sight));
            } else {
                failed++;
                against = condition.whyNot(sight);
            }
        }
        String why = reasons.isEmpty() ? "" : String.join("; ", reasons);
        if (failed == 0) {
            return new Verdict(true, false, why.isEmpty() ? "the rule is for everything" : why, null);
        }
        return new Verdict(false, failed == 1 && !reasons.isEmpty(), why, against);
    }

    /// How an item stands to a rule.
    ///
    /// @param near whether all conditions but one hold
    /// @param why what speaks for it
    /// @param whyNot what speaks against it; `null` for a match
    record Verdict(
            boolean matches,
            boolean near,
            String why,
            @Nullable String whyNot) {}
}
