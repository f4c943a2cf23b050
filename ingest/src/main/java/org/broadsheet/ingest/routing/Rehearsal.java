package org.broadsheet.ingest.routing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.core.wire.WireItem;
import org.springframework.stereotype.Component;

/// Tries a rule on the last items that came in, without any effect.
@Component
class Rehearsal {

    private static final int ITEMS = 200;
    private static final int NEAR_MISSES = 20;

    private final RuleBook book;

    Rehearsal(RuleBook book) {
        this.book = book;
    }

    /// What a rule would have done by itself with the last 200 items that count, the newest first.
    Played play(Rule rule) {
        long began = System.nanoTime();
        CompiledRule compiled = CompiledRule.of(rule);
        List<WireItem> items = book.newestItems(ITEMS);
        List<Matched> matched = new ArrayList<>();
        List<Near> near = new ArrayList<>();
        for (WireItem item : items) {
            CompiledRule.Verdict verdict = compiled.judge(new Sight(item));
            if (verdict.matches()) {
                matched.add(new Matched(
                        item.provider(),
                        item.guid(),
                        item.headline(),
                        item.feed(),
                        item.receivedAt(),
                        verdict.why(),
                        Would.of(rule.then())));
            } else if (verdict.near() && verdict.whyNot() != null && near.size() < NEAR_MISSES) {
                near.add(new Near(
                        item.provider(),
                        item.guid(),
                        item.headline(),
                        item.feed(),
                        item.receivedAt(),
                        verdict.why(),
                        verdict.whyNot()));
            }
        }
        return new Played(items.size(), matched, near, (System.nanoTime() - began) / 1_000_000);
    }

    /// What came of it.
    ///
    /// @param looked how many items were looked at
    /// @param near items for which all conditions but one hold, at most 20
    /// @param took in milliseconds
    record Played(int looked, List<Matched> matched, List<Near> near, long took) {}

    /// An item the rule is for.
    record Matched(
            String provider, String guid, String headline, String feed, Instant receivedAt, String why, Would would) {}

    /// An item it just misses.
    record Near(
            String provider,
            String guid,
            String headline,
            String feed,
            Instant receivedAt,
            String why,
            String whyNot) {}

    /// What would have been decided.
    record Would(String desk, String section, List<String> tags, boolean autoPublish) {
        static Would of(Rule.Then then) {
            return new Would(then.desk(), then.section(), then.tags(), then.autoPublish());
        }
    }
}
