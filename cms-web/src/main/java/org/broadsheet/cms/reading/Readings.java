package org.broadsheet.cms.reading;

import jakarta.annotation.PreDestroy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Counts how often stories are opened. A page only adds one in memory; the counts are written down together a little
/// later, so that opening a story never waits for a write. A crash loses the counts of a few seconds.
@Component
public class Readings {

    private static final Logger log = LoggerFactory.getLogger(Readings.class);

    /// More stories than this are not counted between two writes.
    private static final int MOST_STORIES = 50_000;

    private static final int MOST_READ = 60;

    private final ReadingSettings settings;
    private final JdbcClient database;
    private final JdbcTemplate batches;
    private final TransactionTemplate transaction;
    private final Map<UUID, Integer> counts = new ConcurrentHashMap<>();
    private volatile List<UUID> mostRead = List.of();
    private volatile boolean inTrouble;

    Readings(ReadingSettings settings, JdbcClient database, JdbcTemplate batches, TransactionTemplate transaction) {
        this.settings = settings;
        this.database = database;
        this.batches = batches;
        this.transaction = transaction;
    }

    /// A story was opened. Machines, and browsers that fetch ahead, are not counted.
    public void opened(UUID story, Visit visit) {
        if (visit.isByReader() && (counts.size() < MOST_STORIES || counts.containsKey(story))) {
            counts.merge(story, 1, Integer::sum);
        }
    }

    /// The stories opened most in the last hours, the most read first, as of the last write. A story may have been
    /// killed since: whoever prints the list looks again whether a story is public.
    public List<UUID> mostRead() {
        return mostRead;
    }

    /// Writes the counts down and makes the most-read list anew.
    @Scheduled(fixedDelayString = "${broadsheet.cms.reading.write-every:5s}")
    public void writeDown() {
        List<Map.Entry<UUID, Integer>> taken = take();
        try {
            transaction.executeWithoutResult(_ -> write(taken));
            mostRead = database.sql("""
                            SELECT r.story FROM reading r JOIN published_story p ON p.id = r.story
                            WHERE r.hour > now() - make_interval(hours => ?)
                            GROUP BY r.story ORDER BY sum(r.times) DESC, r.story LIMIT ?
                            """)
                    .params(settings.recent(), MOST_READ)
                    .query((row, _) -> row.getObject(1, UUID.class))
                    .list();
            inTrouble = false;
        } catch (DataAccessException | TransactionException e) {
            taken.forEach(count -> counts.merge(count.getKey(), count.getValue(), Integer::sum));
            if (!inTrouble) {
                inTrouble = true;
                log.atWarn().setCause(e).log("Readings cannot be written down now; they are kept until they can");
            }
        }
    }

    /// Forgets counts that are older than they are kept.
    @Scheduled(fixedDelayString = "1h", initialDelayString = "1m")
    void forget() {
        try {
            database.sql("DELETE FROM reading WHERE hour < now() - make_interval(days => ?)")
                    .param(settings.kept())
                    .update();
        } catch (DataAccessException | TransactionException e) {
            log.atWarn().addKeyValue("why", e.getMessage()).log("Old readings are forgotten an hour later");
        }
    }

    @PreDestroy
    void writeDownTheLast() {
        writeDown();
    }

    /// Takes the counts out, in the order of the stories' ids, so that two instances never wait for each other in a
    /// ring.
    private List<Map.Entry<UUID, Integer>> take() {
        return counts.keySet().stream()
                .sorted(Comparator.comparing(UUID::toString))
                .map(story -> {
                    Integer times = counts.remove(story);
                    return Map.entry(story, times == null ? 0 : times);
                })
                .filter(count -> count.getValue() > 0)
                .toList();
    }

    private void write(List<Map.Entry<UUID, Integer>> taken) {
        if (taken.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                INSERT INTO reading (story, hour, times) VALUES (?, date_trunc('hour', now()), ?)
                ON CONFLICT (story, hour) DO UPDATE SET times = reading.times + excluded.times
                """, new BatchPreparedStatementSetter() {
            @Override
            public void setValues(PreparedStatement statement, int i) throws SQLException {
                statement.setObject(1, taken.get(i).getKey());
                statement.setInt(2, taken.get(i).getValue());
            }

            @Override
            public int getBatchSize() {
                return taken.size();
            }
        });
    }
}
