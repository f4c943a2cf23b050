package org.broadsheet.ingest.alarm;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Learns how the feeds usually behave, and compares. All by the database's clock.
///
/// A feed's usual gap is the longer of two: the one that 95 of 100 of its gaps of the last four weeks stay under, and
/// the median of how long it had been quiet at this very moment of the week in each of the last four weeks. So a feed
/// that sleeps at night or on Sundays does so without an alarm, and one outage does not become the habit.
@Repository
class Habits {

    private final JdbcClient jdbc;
    private final AlarmRules rules;

    Habits(JdbcClient jdbc, AlarmRules rules) {
        this.jdbc = jdbc;
        this.rules = rules;
    }

    /// The feeds whose habit has to be learned anew.
    List<String> toLearn() {
        return jdbc.sql("""
                select f.name from feed f left join feed_habit h on h.feed = f.name
                where f.retired_at is null
                and (h.learned_at is null or h.learned_at < now() - make_interval(secs => :seconds))
                order by h.learned_at nulls first
                """)
                .param("seconds", rules.learnEvery().toSeconds())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /// Learns the habit of one feed. What comes within a minute counts once, so that a bundle is no habit of seconds.
    void learn(String feed) {
        jdbc.sql("""
                with minutes as (
                    select distinct date_trunc('minute', received_at) as at from receipt
                    where feed = :feed and received_at > now() - interval '28 days'),
                gaps as (
                    select at - lag(at) over (order by at) as gap from minutes),
                weeks as (
                    select (now() - make_interval(days => 7 * n))
                           - (select max(m.at) from minutes m where m.at <= now() - make_interval(days => 7 * n)) as quiet
                    from generate_series(1, 4) as n),
                habit as (
                    select (select count(*) from minutes) as arrivals,
                           (select percentile_disc(0.95) within group (order by gap) from gaps where gap is not null)
                               as gap,
                           (select percentile_disc(0.5) within group (order by quiet) from weeks
                            where quiet is not null) as quiet)
                insert into feed_habit (feed, usual_gap, arrivals, learned_at)
                select :feed, case when arrivals >= :enough then greatest(gap, quiet) end, arrivals, now() from habit
                on conflict (feed) do update
                set usual_gap = excluded.usual_gap, arrivals = excluded.arrivals, learned_at = excluded.learned_at
                """).param("feed", feed).param("enough", rules.enough()).update();
    }

    /// Compares all feeds with their habits, raises what is new and ends what is over.
    ///
    /// @return what was raised just now
    @Transactional
    List<Alarm> compare() {
        List<Alarm> raised = raise("quiet", """
                select f.name as feed, r.last + h.usual_gap as since,
                       'Nothing has come for ' || %s || '; usually it is ' || %s as sentence
                from feed f
                join feed_habit h on h.feed = f.name
                cross join lateral (select max(received_at) as last from receipt where feed = f.name) as r
                where f.retired_at is null and not f.paused and h.usual_gap is not null
                and now() - r.last > greatest(h.usual_gap * :times, make_interval(secs => :seconds))
                """.formatted(spoken("now() - r.last"), spoken("h.usual_gap")));
        raised.addAll(raise("failing", """
                select f.name as feed, coalesce(s.last_error_at, now()) as since,
                       s.failures || ' visits have failed one after the other: ' || coalesce(s.last_error, '')
                           as sentence
                from feed f join feed_state s on s.feed = f.name
                where f.retired_at is null and not f.paused and s.failures >= :failures
                """));
        raised.addAll(raise("quarantine", """
                select q.feed, q.since,
                       q.fresh || ' payloads went to quarantine within three hours; usually it is '
                           || round(q.before * 3.0 / (24 * 14), 1) as sentence
                from (select feed,
                             count(*) filter (where received_at > now() - interval '3 hours') as fresh,
                             count(*) filter (where received_at <= now() - interval '3 hours') as before,
                             min(received_at) filter (where received_at > now() - interval '3 hours') as since
                      from receipt
                      where state = 'quarantined' and received_at > now() - interval '14 days'
                      group by feed) as q
                where q.fresh >= :quarantined
                and q.fresh > q.before * 3.0 / (24 * 14) * :timesQuarantine
                """));
        return raised;
    }

    /// A time span as an editor says it.
    private static String spoken(String interval) {
        return """
                (case when %1$s >= interval '2 days' then round(extract(epoch from %1$s) / 86400) || ' days'
                      when %1$s >= interval '2 hours' then round(extract(epoch from %1$s) / 3600) || ' hours'
                      else greatest(1, round(extract(epoch from %1$s) / 60)) || ' minutes' end)
                """.formatted(interval);
    }

    private List<Alarm> raise(String kind, String found) {
        jdbc.sql("""
                delete from alarm a where a.kind = :kind
                and not exists (select 1 from (%s) as found where found.feed = a.feed)
                """.formatted(found)).params(values(kind)).update();
        return new ArrayList<>(jdbc
                .sql("""
                insert into alarm as standing (kind, feed, since, sentence)
                select :kind, feed, since, sentence from (%s) as found
                on conflict (kind, feed) do update set sentence = excluded.sentence
                returning kind, feed, since, sentence, (xmax = 0) as fresh
                """.formatted(found))
                .params(values(kind))
                .query((row, number) -> new Raised(
                        new Alarm(
                                row.getString("kind"),
                                row.getString("feed"),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                row.getString("sentence")),
                        row.getBoolean("fresh")))
                .list()
                .stream()
                .filter(Raised::fresh)
                .map(Raised::alarm)
                .toList());
    }

    private Map<String, Object> values(String kind) {
        return Map.of(
                "kind", kind,
                "times", rules.timesItsHabit(),
                "seconds", rules.neverBefore().toSeconds(),
                "failures", rules.failures(),
                "quarantined", rules.quarantined(),
                "timesQuarantine", rules.timesItsQuarantine());
    }

    private record Raised(Alarm alarm, boolean fresh) {}
}
