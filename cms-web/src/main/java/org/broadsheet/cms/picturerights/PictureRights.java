package org.broadsheet.cms.picturerights;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.wire.WireBasket;
import org.broadsheet.cms.wire.WireBasket.PictureStanding;
import org.broadsheet.core.picture.CaptionLinter.EarlierUse;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.UsageJudge;
import org.broadsheet.core.picture.UsageRule;
import org.broadsheet.core.picture.UsageTerms;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Knows of each picture whether it may be shown now, by the database's clock: what its usage terms demand, what the
/// wire says of it, and whether somebody has taken it down.
@Component
public class PictureRights {

    /// How long before its right ends the picture desk is told.
    static final Duration NOTICE = Duration.ofDays(1);

    private static final int MOST_USES = 200;
    private static final int SHELF_LOCK = 0x52494748;

    private final JdbcClient database;
    private final UsageWords usage;
    private final PictureRules rules;
    private final Mastheads mastheads;
    private final WireBasket basket;

    PictureRights(JdbcClient database, UsageWords usage, PictureRules rules, Mastheads mastheads, WireBasket basket) {
        this.database = database;
        this.usage = usage;
        this.rules = rules;
        this.mastheads = mastheads;
        this.basket = basket;
    }

    /// How it stands with one picture.
    public Standing of(PictureHash hash) {
        return of(List.of(hash)).getOrDefault(hash, Standing.FREE);
    }

    /// How it stands with each of these pictures.
    public Map<PictureHash, Standing> of(Collection<PictureHash> hashes) {
        if (hashes.isEmpty()) {
            return Map.of();
        }
        List<PictureHash> all = hashes.stream().distinct().toList();
        HouseRules house = rules.current();
        Judging judging = new Judging(
                now(),
                mastheads.current().timeZone(),
                house,
                usage.of(all),
                basket.standing(all),
                takenDown(all),
                firstShown(all));
        Map<PictureHash, Standing> standings = new HashMap<>();
        all.forEach(hash -> standings.put(hash, judging.standing(hash)));
        return standings;
    }

    /// What is known of the pictures of a story before it goes out.
    ///
    /// @param story which; its own pages do not count as other stories
    public StoryRights forStory(UUID story, Collection<PictureHash> pictures) {
        List<PictureHash> all = pictures.stream().distinct().toList();
        ZoneId zone = mastheads.current().timeZone();
        HouseRules house = rules.current();
        Map<PictureHash, List<EarlierUse>> elsewhere = new HashMap<>();
        Map<PictureHash, Integer> before = new HashMap<>();
        database.sql("""
            SELECT o.hash, p.headline, o.shown_since, o.shown_since < coalesce(own.shown_since, now()) AS earlier
            FROM picture_on_story o
            JOIN published_story p ON p.id = o.story
            JOIN published_picture shown ON shown.story = o.story AND shown.hash = o.hash
            LEFT JOIN picture_on_story own ON own.story = :story AND own.hash = o.hash
            WHERE o.hash = ANY (:hashes) AND o.story <> :story AND o.shown_since IS NOT NULL
            ORDER BY o.shown_since DESC LIMIT :most
            """)
                .param("story", story)
                .param("hashes", values(all))
                .param("most", MOST_USES)
                .query(row -> {
                    PictureHash hash = new PictureHash(row.getString("hash"));
                    Instant since = row.getTimestamp("shown_since").toInstant();
                    elsewhere
                            .computeIfAbsent(hash, _ -> new ArrayList<>())
                            .add(new EarlierUse(row.getString("headline"), LocalDate.ofInstant(since, zone)));
                    if (row.getBoolean("earlier")) {
                        before.merge(hash, 1, Integer::sum);
                    }
                });
        return new StoryRights(LocalDate.ofInstant(now(), zone), house, of(all), usage.of(all), elsewhere, before);
    }

    /// Which of these pictures no page may print, as was last decided.
    public Set<PictureHash> barred(Collection<PictureHash> hashes) {
        return Set.copyOf(database.sql("SELECT DISTINCT hash FROM picture_bar WHERE hash = ANY (:hashes)")
                .param("hashes", values(hashes))
                .query((row, _) -> new PictureHash(row.getString("hash")))
                .list());
    }

    /// Has these pictures looked at again soon: what is written about their use has changed.
    public void changed(Collection<PictureHash> hashes) {
        database.sql("UPDATE picture_look SET next_at = now() WHERE hash = ANY (:hashes)")
                .param("hashes", values(hashes))
                .update();
    }

    /// Lets nobody take a picture from pages until the transaction is over. Whoever puts a story up does this before
    /// anything else is held, and judges its pictures after.
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepStill() {
        database.sql("SELECT pg_advisory_xact_lock_shared(?)").param(SHELF_LOCK).query(row -> {});
    }

    /// The same for whoever takes pictures from pages: nobody else, and no story is put up meanwhile.
    @Transactional(propagation = Propagation.MANDATORY)
    void holdAll() {
        database.sql("SELECT pg_advisory_xact_lock(?)").param(SHELF_LOCK).query(row -> {});
    }

    private Instant now() {
        return database.sql("SELECT now()").query(Timestamp.class).single().toInstant();
    }

    private Map<PictureHash, String> takenDown(Collection<PictureHash> hashes) {
        Map<PictureHash, String> reasons = new HashMap<>();
        database.sql("SELECT hash, sentence FROM picture_bar WHERE why = 'taken-down' AND hash = ANY (:hashes)")
                .param("hashes", values(hashes))
                .query(row -> {
                    reasons.put(new PictureHash(row.getString("hash")), row.getString("sentence"));
                });
        return reasons;
    }

    private Map<PictureHash, Instant> firstShown(Collection<PictureHash> hashes) {
        Map<PictureHash, Instant> first = new HashMap<>();
        database.sql("""
            SELECT hash, min(shown_since) AS since FROM picture_on_story
            WHERE hash = ANY (:hashes) AND shown_since IS NOT NULL GROUP BY hash
            """).param("hashes", values(hashes)).query(row -> {
            first.put(
                    new PictureHash(row.getString("hash")),
                    row.getTimestamp("since").toInstant());
        });
        return first;
    }

    private static String[] values(Collection<PictureHash> hashes) {
        return hashes.stream().map(PictureHash::value).distinct().toArray(String[]::new);
    }

    /// What has to be known to judge pictures.
    private record Judging(
            Instant now,
            ZoneId zone,
            HouseRules house,
            Map<PictureHash, UsageWords.Words> usage,
            List<PictureStanding> wire,
            Map<PictureHash, String> takenDown,
            Map<PictureHash, Instant> firstShown) {

        Standing standing(PictureHash hash) {
            UsageWords.Words words = usage.get(hash);
            UsageTerms terms = words == null
                    ? new UsageTerms(List.of(), List.of())
                    : UsageTerms.read(words.texts(), words.received(), zone, house.usage());
            @Nullable Instant shown = firstShown.get(hash);
            RuleWords say = new RuleWords(zone, house.archiveDays());
            List<UsageRule> dated = terms.rules().stream()
                    .filter(rule -> shown != null || !(rule instanceof UsageRule.NoArchive))
                    .toList();
            @Nullable
            Instant endsAt =
                    house.judge().endsAt(dated, shown == null ? now : shown).orElse(null);
            List<PictureStanding> told =
                    wire.stream().filter(known -> known.hash().equals(hash)).toList();
            @Nullable
            Instant embargo = told.stream()
                    .<Instant>mapMulti((known, sink) -> {
                        if (known.embargoedUntil() != null) {
                            sink.accept(known.embargoedUntil());
                        }
                    })
                    .max(Comparator.naturalOrder())
                    .orElse(null);
            @Nullable Instant next = next(terms.rules(), endsAt, embargo);
            @Nullable String reason = takenDown.get(hash);
            if (reason != null) {
                return new Standing(
                        Standing.State.TAKEN_DOWN, reason, endsAt, next, terms.rules(), terms.notUnderstood());
            }
            @Nullable String why = why(terms.rules(), told, embargo, shown, say);
            if (why != null) {
                return new Standing(Standing.State.ENDED, why, endsAt, next, terms.rules(), terms.notUnderstood());
            }
            if (endsAt != null && !now.isBefore(endsAt.minus(NOTICE))) {
                return new Standing(
                        Standing.State.ENDING,
                        "Its right ends at " + say.moment(endsAt) + ".",
                        endsAt,
                        next,
                        terms.rules(),
                        terms.notUnderstood());
            }
            if (terms.rules().isEmpty() && terms.notUnderstood().isEmpty()) {
                return Standing.FREE;
            }
            List<String> demands = new ArrayList<>();
            terms.rules().forEach(rule -> demands.add(say.demand(rule, shown)));
            terms.notUnderstood().forEach(sentence -> demands.add("Somebody has to read: “" + sentence + "”"));
            return new Standing(
                    Standing.State.RULED,
                    String.join(" ", demands.stream().distinct().toList()),
                    endsAt,
                    next,
                    terms.rules(),
                    terms.notUnderstood());
        }

        /// Why it must not be shown now; `null` where it may.
        private @Nullable String why(
                List<UsageRule> rules,
                List<PictureStanding> told,
                @Nullable Instant embargo,
                @Nullable Instant shown,
                RuleWords say) {
            if (told.stream().anyMatch(PictureStanding::withdrawn)) {
                return "The agency has withdrawn it.";
            }
            if (embargo != null && embargo.isAfter(now)) {
                return "The agency does not allow it before " + say.moment(embargo) + ".";
            }
            UsageJudge.Showing showing = new UsageJudge.Showing(now, shown, 0, "");
            return house.judge().judge(rules, showing).stream()
                    .map(UsageJudge.Breach::rule)
                    // What depends on the story it stands in is judged with the story.
                    .filter(rule -> !(rule instanceof UsageRule.CreditMandatory))
                    .findFirst()
                    .map(rule -> rule instanceof UsageRule.NoArchive && shown != null
                            ? "It must not be archived, and has been shown since " + say.moment(shown) + "."
                            : say.demand(rule, shown))
                    .orElse(null);
        }

        private @Nullable Instant next(List<UsageRule> rules, @Nullable Instant endsAt, @Nullable Instant embargo) {
            Stream<Instant> begins = rules.stream().<Instant>mapMulti((rule, sink) -> {
                if (rule instanceof UsageRule.NotBefore from) {
                    sink.accept(from.moment());
                }
            });
            Stream<Instant> ends = endsAt == null ? Stream.empty() : Stream.of(endsAt.minus(NOTICE), endsAt);
            return Stream.of(begins, ends, Stream.ofNullable(embargo))
                    .flatMap(moments -> moments)
                    .filter(moment -> moment.isAfter(now))
                    .map(moment -> moment.truncatedTo(ChronoUnit.MICROS))
                    .min(Comparator.naturalOrder())
                    .orElse(null);
        }
    }
}
