package org.broadsheet.cms.picturerights;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.cms.audit.AuditBook;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.picturerights.PublicPages.Page;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes a picture from every page at once, and lets it be shown again.
@Component
class Takedowns {

    private static final Logger log = LoggerFactory.getLogger(Takedowns.class);
    private static final int LONGEST_REASON = 1_000;

    private final JdbcClient database;
    private final InstantSource clock;
    private final PictureRights rights;
    private final PictureRules rules;
    private final PictureBars bars;
    private final PictureNotices notices;
    private final Mastheads mastheads;
    private final AuditBook audit;

    Takedowns(
            JdbcClient database,
            InstantSource clock,
            PictureRights rights,
            PictureRules rules,
            PictureBars bars,
            PictureNotices notices,
            Mastheads mastheads,
            AuditBook audit) {
        this.database = database;
        this.clock = clock;
        this.rights = rights;
        this.rules = rules;
        this.bars = bars;
        this.notices = notices;
        this.mastheads = mastheads;
        this.audit = audit;
    }

    /// How it went.
    sealed interface Outcome {

        /// It is done. Doing it again changes no page.
        ///
        /// @param stories how many pages changed
        record Done(int stories, long tookMillis) implements Outcome {}

        /// It is refused; nothing has changed.
        record Refused(Refusal refusal) implements Outcome {}

        /// There is no such picture.
        record Unknown() implements Outcome {}
    }

    /// Takes a picture from every page. No page can have it until [#allow].
    @Transactional
    public Outcome takeDown(PictureHash hash, String reason, StaffMember member) {
        Instant asked = clock.instant();
        Outcome not = refused(hash, reason, member);
        if (not != null) {
            return not;
        }
        rights.holdAll();
        if (bars.has(hash, PictureBars.TAKEN_DOWN)) {
            return new Outcome.Done(0, took(asked));
        }
        RuleWords say =
                new RuleWords(mastheads.current().timeZone(), rules.current().archiveDays());
        String sentence = member.name() + " took it down at " + say.moment(now()) + ": " + ended(reason);
        bars.put(hash, PictureBars.TAKEN_DOWN, sentence, member.id());
        List<Page> changed = bars.settle(hash, "picture-off", sentence, member.id());
        if (!changed.isEmpty()) {
            notices.ended(hash, null, sentence, changed);
        }
        return done("picture-taken-down", hash, reason, member, changed, asked);
    }

    /// Lets a picture that was taken down be shown again; the pages whose words carry it have it back, unless its right
    /// has ended meanwhile.
    @Transactional
    public Outcome allow(PictureHash hash, String reason, StaffMember member) {
        Instant asked = clock.instant();
        Outcome not = refused(hash, reason, member);
        if (not != null) {
            return not;
        }
        rights.holdAll();
        if (!bars.has(hash, PictureBars.TAKEN_DOWN)) {
            return new Outcome.Done(0, took(asked));
        }
        bars.lift(hash, PictureBars.TAKEN_DOWN);
        Standing standing = rights.of(hash);
        if (standing.isBarred()) {
            bars.put(hash, PictureBars.ENDED, standing.sentence(), null);
        } else {
            bars.lift(hash, PictureBars.ENDED);
        }
        List<Page> changed = bars.settle(hash, "picture-back", reason.strip(), member.id());
        if (!changed.isEmpty()) {
            notices.back(hash, member.name() + " allowed it again: " + ended(reason), changed);
        }
        return done("picture-allowed", hash, reason, member, changed, asked);
    }

    private @Nullable Outcome refused(PictureHash hash, String reason, StaffMember member) {
        if (!member.may(Privilege.TAKE_PICTURES_DOWN)) {
            return new Outcome.Refused(new Refusal.NotAllowed(Privilege.TAKE_PICTURES_DOWN.words()));
        }
        if (reason.isBlank()) {
            return new Outcome.Refused(new Refusal.PictureReasonMissing());
        }
        if (reason.length() > LONGEST_REASON) {
            return new Outcome.Refused(new Refusal.TooLong("reason", LONGEST_REASON));
        }
        boolean known = database.sql("SELECT count(*) FROM picture WHERE hash = ?")
                        .param(hash.value())
                        .query(Long.class)
                        .single()
                > 0;
        return known ? null : new Outcome.Unknown();
    }

    private Outcome done(
            String action, PictureHash hash, String reason, StaffMember member, List<Page> changed, Instant asked) {
        // The last thing before the transaction is over: what is left is the commit itself.
        long took = took(asked);
        Map<String, Object> details = new HashMap<>();
        details.put("picture", hash.value());
        details.put("reason", reason.strip());
        details.put("stories", changed.size());
        details.put("tookMillis", took);
        audit.enter(member.id(), action, null, details);
        log.atInfo()
                .addKeyValue("picture", hash)
                .addKeyValue("stories", changed.size())
                .addKeyValue("tookMillis", took)
                .addKeyValue("by", member.login())
                .log(action.equals("picture-allowed") ? "Picture allowed again" : "Picture taken down");
        return new Outcome.Done(changed.size(), took);
    }

    private static String ended(String reason) {
        String words = reason.strip();
        return words.matches("(?s).*[.!?…”\"]") ? words : words + ".";
    }

    private Instant now() {
        return database.sql("SELECT now()").query(Timestamp.class).single().toInstant();
    }

    private long took(Instant asked) {
        return Duration.between(asked, clock.instant()).toMillis();
    }
}
