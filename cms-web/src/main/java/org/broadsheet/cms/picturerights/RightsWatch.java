package org.broadsheet.cms.picturerights;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.picturerights.PublicPages.Page;
import org.broadsheet.cms.picturerights.PublicPages.Shows;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps public pages within the rights of their pictures, by the database's clock: a picture whose right ends comes
/// off by itself, one whose right begins again comes back, and the picture desk is told the day before. What became due
/// while the service was away is due when it is back.
@Component
class RightsWatch {

    private static final Logger log = LoggerFactory.getLogger(RightsWatch.class);
    private static final int AT_ONCE = 100;
    private static final int LONGEST_CAPTION = 80;

    private final JdbcClient database;
    private final PictureRights rights;
    private final PictureRules rules;
    private final PictureBars bars;
    private final PublicPages pages;
    private final PictureNotices notices;
    private final Mastheads mastheads;
    private final TransactionTemplate transaction;

    RightsWatch(
            JdbcClient database,
            PictureRights rights,
            PictureRules rules,
            PictureBars bars,
            PublicPages pages,
            PictureNotices notices,
            Mastheads mastheads,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.rights = rights;
        this.rules = rules;
        this.bars = bars;
        this.pages = pages;
        this.notices = notices;
        this.mastheads = mastheads;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${broadsheet.cms.picturerights.look-every:2s}")
    void look() {
        try {
            while (step() == AT_ONCE) {
                log.atDebug().log("More public pictures are due");
            }
        } catch (DataAccessException | TransactionException e) {
            log.atDebug().addKeyValue("why", e.getMessage()).log("The rights of pictures cannot be looked at now");
        }
    }

    /// Looks at those pictures whose time has come.
    ///
    /// @return how many there were, at most 100
    int step() {
        List<PictureHash> due = new ArrayList<>();
        Set<PictureHash> toSettle = new HashSet<>();
        transaction.executeWithoutResult(_ -> {
            readTheWire();
            due.addAll(due());
            Map<PictureHash, Standing> standings = rights.of(due);
            Set<PictureHash> barred = ended(due);
            for (PictureHash hash : due) {
                Standing standing = standings.getOrDefault(hash, Standing.FREE);
                boolean ended = standing.state() == Standing.State.ENDED;
                if (standing.state() != Standing.State.TAKEN_DOWN && ended != barred.contains(hash)) {
                    toSettle.add(hash);
                } else {
                    tellWhatEnds(hash, standing);
                }
                again(hash, standing.looksDifferentAt());
            }
        });
        for (PictureHash hash : toSettle) {
            try {
                transaction.executeWithoutResult(_ -> settle(hash));
            } catch (RuntimeException e) {
                log.atError().addKeyValue("picture", hash).setCause(e).log("Pages could not be put right");
                transaction.executeWithoutResult(_ -> database.sql(
                                "UPDATE picture_look SET next_at = now() + interval '1 minute' WHERE hash = ?")
                        .param(hash.value())
                        .update());
            }
        }
        return due.size();
    }

    /// Takes a picture from its pages, or gives it back to them, as its right now stands.
    private void settle(PictureHash hash) {
        rights.holdAll();
        Standing standing = rights.of(hash);
        if (standing.state() == Standing.State.TAKEN_DOWN) {
            return;
        }
        if (standing.isBarred()) {
            bars.put(hash, PictureBars.ENDED, standing.sentence(), null);
            List<Page> changed = bars.settle(hash, "picture-off", standing.sentence(), null);
            if (!changed.isEmpty()) {
                notices.ended(hash, standing.endsAt(), named(changed) + " " + standing.sentence(), changed);
                say("A picture has come off its pages", hash, changed, standing.sentence());
            }
        } else {
            bars.lift(hash, PictureBars.ENDED);
            List<Page> changed = bars.settle(hash, "picture-back", "It may be shown again.", null);
            if (!changed.isEmpty()) {
                notices.back(hash, named(changed) + " It may be shown again.", changed);
                say("A picture is back on its pages", hash, changed, "");
            }
            tellWhatEnds(hash, standing);
        }
    }

    private void tellWhatEnds(PictureHash hash, Standing standing) {
        Instant endsAt = standing.endsAt();
        if (standing.state() != Standing.State.ENDING || endsAt == null) {
            return;
        }
        List<Page> shown = pages.carrying(hash).stream()
                .filter(page -> page.shows() == Shows.THIS)
                .toList();
        if (!shown.isEmpty()) {
            RuleWords say = new RuleWords(
                    mastheads.current().timeZone(), rules.current().archiveDays());
            notices.ending(hash, endsAt, named(shown) + " Its right ends at " + say.moment(endsAt) + ".", shown);
        }
    }

    /// Whatever the wire has said anew of pictures makes them due.
    private void readTheWire() {
        long read = database.sql("SELECT wire_position FROM picture_watch FOR UPDATE SKIP LOCKED")
                .query(Long.class)
                .optional()
                .orElse(-1L);
        if (read < 0) {
            return;
        }
        long end = database.sql("SELECT coalesce(max(position), 0) FROM wire_item")
                .query(Long.class)
                .single();
        if (end > read) {
            database.sql("""
                UPDATE picture_look SET next_at = now()
                WHERE hash IN (SELECT picture_hash FROM wire_item
                    WHERE position > :read AND position <= :end AND picture_hash IS NOT NULL)
                """).param("read", read).param("end", end).update();
            database.sql("UPDATE picture_watch SET wire_position = ?")
                    .param(end)
                    .update();
        }
    }

    /// What no public words carry any more needs no look; whoever publishes it again judges it anew.
    private List<PictureHash> due() {
        database.sql("""
            WITH gone AS (
                DELETE FROM picture_look WHERE hash IN (
                    SELECT hash FROM picture_look
                    WHERE next_at <= now() AND NOT EXISTS (
                        SELECT FROM picture_on_story
                        JOIN published_story ON published_story.id = picture_on_story.story
                        WHERE picture_on_story.hash = picture_look.hash AND picture_on_story.carried)
                    LIMIT :most FOR UPDATE SKIP LOCKED)
                RETURNING hash)
            DELETE FROM picture_bar WHERE why = 'ended' AND hash IN (SELECT hash FROM gone)
            """).param("most", AT_ONCE).update();
        return database.sql("""
            SELECT hash FROM picture_look WHERE next_at <= now()
            ORDER BY next_at LIMIT :most FOR UPDATE SKIP LOCKED
            """)
                .param("most", AT_ONCE)
                .query((row, _) -> new PictureHash(row.getString("hash")))
                .list();
    }

    private Set<PictureHash> ended(List<PictureHash> hashes) {
        return Set.copyOf(database.sql("SELECT hash FROM picture_bar WHERE why = 'ended' AND hash = ANY (:hashes)")
                .param("hashes", hashes.stream().map(PictureHash::value).toArray(String[]::new))
                .query((row, _) -> new PictureHash(row.getString("hash")))
                .list());
    }

    /// A look a day at least, whatever else is known.
    private void again(PictureHash hash, @Nullable Instant next) {
        database.sql("""
            UPDATE picture_look
            SET looked_at = now(), next_at = least(:next::timestamptz, now() + interval '1 day')
            WHERE hash = :hash
            """)
                .param("hash", hash.value())
                .param("next", next == null ? null : Timestamp.from(next))
                .update();
    }

    private static String named(List<Page> pages) {
        String caption = pages.getFirst().caption();
        if (caption.isEmpty()) {
            return "A picture without a caption.";
        }
        return "“" + (caption.length() > LONGEST_CAPTION ? caption.substring(0, LONGEST_CAPTION) + "…" : caption) + "”";
    }

    private static void say(String what, PictureHash hash, List<Page> changed, String why) {
        log.atInfo()
                .addKeyValue("picture", hash)
                .addKeyValue("stories", changed.size())
                .addKeyValue("why", why)
                .log(what);
    }
}
