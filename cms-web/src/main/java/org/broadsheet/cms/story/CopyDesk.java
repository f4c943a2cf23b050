package org.broadsheet.cms.story;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.cms.audit.AuditBook;
import org.broadsheet.cms.picturerights.PictureRights;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.cms.wire.BasketItem;
import org.broadsheet.cms.wire.WireBasket;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.story.Draft;
import org.broadsheet.core.story.Killed;
import org.broadsheet.core.story.Published;
import org.broadsheet.core.story.Slug;
import org.broadsheet.core.story.Spiked;
import org.broadsheet.core.story.Story;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.story.Submitted;
import org.broadsheet.core.wire.WireItem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where stories are made: taken from the wire, saved, submitted, spiked, published and killed. Each move is one
/// transaction with its revision, its audit entry and, where readers see it, its line in the publication log.
@Component
public class CopyDesk {

    private static final Logger log = LoggerFactory.getLogger(CopyDesk.class);

    private final StoryFiles files;
    private final Stories stories;
    private final Judges judges;
    private final Slugs slugs;
    private final PublicShelf shelf;
    private final WireBasket basket;
    private final PictureRights rights;
    private final FirstWords firstWords;
    private final AuditBook audit;
    private final InstantSource clock;

    CopyDesk(
            StoryFiles files,
            Stories stories,
            Judges judges,
            Slugs slugs,
            PublicShelf shelf,
            WireBasket basket,
            PictureRights rights,
            FirstWords firstWords,
            AuditBook audit,
            InstantSource clock) {
        this.files = files;
        this.stories = stories;
        this.judges = judges;
        this.slugs = slugs;
        this.shelf = shelf;
        this.basket = basket;
        this.rights = rights;
        this.firstWords = firstWords;
        this.audit = audit;
        this.clock = clock;
    }

    /// Makes a draft of a wire item with its pictures. However often and by however many it is taken, it is one story.
    @Transactional
    public Outcome<Taken> take(String provider, String guid, StaffMember member) {
        if (!member.may(Privilege.WRITE)) {
            return notAllowed(Privilege.WRITE);
        }
        Optional<BasketItem> held = basket.hold(provider, guid);
        if (held.isEmpty()) {
            return new Outcome.Unknown<>();
        }
        BasketItem copy = held.get();
        if (copy.story() != null) {
            int version = files.find(copy.story().id()).orElseThrow().story().version();
            return new Outcome.Done<>(new Taken(copy.story().id(), version, false));
        }
        List<Refusal> refusals = judges.noStoryBecause(copy);
        return refusals.isEmpty()
                ? new Outcome.Done<>(begin(copy, firstWords.of(copy), member))
                : new Outcome.Refused<>(refusals);
    }

    /// Makes a draft of wire copy that nobody has taken, whoever asks; the copy is held.
    Taken begin(BasketItem copy, StoryContent words, StaffMember member) {
        WireItem item = copy.item();
        String provider = item.provider();
        String guid = item.guid();
        Draft draft = Draft.begun(UUID.randomUUID(), words);
        Filed.Source source = new Filed.Source(provider, guid, item.version());
        files.begin(draft, source, item.embargoedUntil(), member.id(), files.now());
        audit.enter(
                member.id(),
                "taken",
                draft.id(),
                Map.of("provider", provider, "guid", guid, "version", item.version()));
        basket.changed();
        log.atInfo()
                .addKeyValue("story", draft.id())
                .addKeyValue("guid", guid)
                .addKeyValue("by", member.login())
                .log("Story taken");
        return new Taken(draft.id(), draft.version(), true);
    }

    /// Files new words. Nobody's words are written over: who has not seen the newest version is told what it is. Words
    /// that change nothing make no version.
    ///
    /// @param version the version the words were written on
    @Transactional
    public Outcome<Saved> save(UUID id, int version, StoryContent content, StaffMember member) {
        Filed filed = files.hold(id).orElse(null);
        if (filed == null) {
            return new Outcome.Unknown<>();
        }
        if (!Stories.mayWrite(filed, member)) {
            return notAllowed(Privilege.EDIT);
        }
        if (filed.story().version() != version) {
            return new Outcome.Stale<>(stories.view(filed, member));
        }
        Story next;
        switch (filed.story()) {
            case Draft draft -> next = draft.saved(content);
            case Submitted submitted -> next = submitted.saved(content);
            case Published published -> next = published.saved(content);
            case Killed killed -> {
                return forbidden(killed, "be changed");
            }
            case Spiked spiked -> {
                return forbidden(spiked, "be changed");
            }
        }
        List<Refusal> refusals = Room.refusals(content);
        if (!refusals.isEmpty()) {
            return new Outcome.Refused<>(refusals);
        }
        if (content.equals(filed.story().content())) {
            return new Outcome.Done<>(
                    new Saved(version, filed.savedAt(), judges.judge(filed).checks()));
        }
        Filed saved = keep(filed, next, "saved", member, Map.of());
        return new Outcome.Done<>(
                new Saved(next.version(), saved.savedAt(), judges.judge(saved).checks()));
    }

    /// Hands a draft to the sub-editors.
    @Transactional
    public Outcome<Moved> submit(UUID id, StaffMember member) {
        Filed filed = files.hold(id).orElse(null);
        if (filed == null) {
            return new Outcome.Unknown<>();
        }
        if (!Stories.mayWrite(filed, member)) {
            return notAllowed(Privilege.EDIT);
        }
        return switch (filed.story()) {
            case Draft draft -> moved(filed, draft.submitted(), "submitted", member);
            case Submitted submitted -> forbidden(submitted, "be submitted again");
            case Published published -> forbidden(published, "be submitted");
            case Killed killed -> forbidden(killed, "be submitted");
            case Spiked spiked -> forbidden(spiked, "be submitted");
        };
    }

    /// Drops a story that has not been published. It can be lifted again.
    @Transactional
    public Outcome<Moved> spike(UUID id, StaffMember member) {
        Filed filed = files.hold(id).orElse(null);
        if (filed == null) {
            return new Outcome.Unknown<>();
        }
        if (!Stories.mayWrite(filed, member)) {
            return notAllowed(Privilege.EDIT);
        }
        return switch (filed.story()) {
            case Draft draft -> moved(filed, draft.spiked(), "spiked", member);
            case Submitted submitted -> moved(filed, submitted.spiked(), "spiked", member);
            case Published published -> forbidden(published, "be spiked; it can be killed");
            case Killed killed -> forbidden(killed, "be spiked");
            case Spiked spiked -> forbidden(spiked, "be spiked again");
        };
    }

    /// Makes a draft of a spiked story again.
    @Transactional
    public Outcome<Moved> lift(UUID id, StaffMember member) {
        Filed filed = files.hold(id).orElse(null);
        if (filed == null) {
            return new Outcome.Unknown<>();
        }
        if (!Stories.mayWrite(filed, member)) {
            return notAllowed(Privilege.EDIT);
        }
        return switch (filed.story()) {
            case Spiked spiked -> moved(filed, spiked.lifted(), "lifted", member);
            case Draft draft -> forbidden(draft, "be lifted from the spike");
            case Submitted submitted -> forbidden(submitted, "be lifted from the spike");
            case Published published -> forbidden(published, "be lifted from the spike");
            case Killed killed -> forbidden(killed, "be lifted from the spike");
        };
    }

    /// Puts a story before readers, or a new version of one that they see already.
    ///
    /// @param version the version that is to go out; it has to be the newest
    /// @param firstPublishedAt the date it carries where it was published before elsewhere; `null`: now
    @Transactional
    public Outcome<Out> publish(UUID id, int version, @Nullable Instant firstPublishedAt, StaffMember member) {
        if (!member.may(Privilege.PUBLISH)) {
            return notAllowed(Privilege.PUBLISH);
        }
        return putOut(id, version, firstPublishedAt, member);
    }

    /// The same, whoever asks: whether they may has been asked before.
    Outcome<Out> putOut(UUID id, int version, @Nullable Instant firstPublishedAt, StaffMember member) {
        // Before the story is held: whoever takes a picture from pages takes the same two steps in this order.
        rights.keepStill();
        Filed filed = files.hold(id).orElse(null);
        if (filed == null) {
            return new Outcome.Unknown<>();
        }
        Story story = filed.story();
        if (story instanceof Killed || story instanceof Spiked) {
            return forbidden(story, "be published");
        }
        if (story.version() != version) {
            return new Outcome.Stale<>(stories.view(filed, member));
        }
        basket.keepStill();
        List<Refusal> refusals = judges.judge(filed).refusals();
        Instant now = files.now();
        if (firstPublishedAt != null && firstPublishedAt.isAfter(now)) {
            refusals.add(new Refusal.DateInTheFuture());
        }
        if (firstPublishedAt != null && story instanceof Published) {
            refusals.add(new Refusal.DateIsFixed());
        }
        if (!refusals.isEmpty()) {
            return new Outcome.Refused<>(refusals);
        }
        Instant first = firstPublishedAt == null ? now : firstPublishedAt;
        Published published =
                switch (story) {
                    case Draft draft -> draft.published(slug(draft, null), first);
                    case Submitted submitted -> submitted.published(slug(submitted, null), first);
                    case Published before -> before.updated(slug(before, before.slug()), now);
                    case Killed killed -> throw new IllegalStateException("A killed story was refused above");
                    case Spiked spiked -> throw new IllegalStateException("A spiked story was refused above");
                };
        String what = story instanceof Published ? "updated" : "published";
        Map<String, Object> details = new HashMap<>();
        details.put("slug", published.slug().value());
        if (firstPublishedAt != null) {
            details.put("firstPublishedAt", firstPublishedAt.toString());
        }
        keep(filed, published, what, member, details);
        long position = shelf.putUp(published, filed.wire());
        log.atInfo()
                .addKeyValue("story", id)
                .addKeyValue("version", published.version())
                .addKeyValue("position", position)
                .addKeyValue("by", member.login())
                .log("Story published");
        return new Outcome.Done<>(new Out(
                "/" + published.content().section() + "/" + published.slug().value(), published.version()));
    }

    /// Withdraws a public story for good, at once.
    ///
    /// @param reason kept in the audit, never printed
    @Transactional
    public Outcome<Moved> kill(UUID id, String reason, StaffMember member) {
        return member.may(Privilege.KILL) ? withdraw(id, reason, member) : notAllowed(Privilege.KILL);
    }

    /// The same, whoever asks: whether they may has been asked before.
    Outcome<Moved> withdraw(UUID id, String reason, StaffMember member) {
        Instant asked = clock.instant();
        if (reason.isBlank()) {
            return Outcome.Refused.because(new Refusal.ReasonMissing());
        }
        if (reason.length() > Room.REASON) {
            return Outcome.Refused.because(new Refusal.TooLong("reason", Room.REASON));
        }
        Filed filed = files.hold(id).orElse(null);
        if (filed == null) {
            return new Outcome.Unknown<>();
        }
        return switch (filed.story()) {
            case Published published -> {
                Killed killed = published.killed(files.now(), reason.strip());
                files.keep(killed, "killed", member.id(), killed.killedAt());
                long position = shelf.takeDown(killed);
                basket.changed();
                // The last thing before the transaction is over: what is left is the commit itself.
                long took = Duration.between(asked, clock.instant()).toMillis();
                audit.enter(
                        member.id(),
                        "killed",
                        id,
                        Map.of("reason", reason.strip(), "position", position, "tookMillis", took));
                log.atInfo()
                        .addKeyValue("story", id)
                        .addKeyValue("position", position)
                        .addKeyValue("tookMillis", took)
                        .addKeyValue("by", member.login())
                        .log("Story killed");
                yield new Outcome.Done<>(new Moved(id, killed.state(), killed.version()));
            }
            case Draft draft -> forbidden(draft, "be killed; it can be spiked");
            case Submitted submitted -> forbidden(submitted, "be killed; it can be spiked");
            case Killed killed -> forbidden(killed, "be killed again");
            case Spiked spiked -> forbidden(spiked, "be killed");
        };
    }

    /// An editor's own slug, else the address it has, else one made of the headline.
    private Slug slug(Story story, @Nullable Slug before) {
        Slug wanted = story.content().slug();
        if (wanted == null) {
            wanted = before == null ? Slug.from(story.content().headline()) : before;
        }
        return slugs.assign(wanted, story.id());
    }

    private Outcome<Moved> moved(Filed filed, Story next, String what, StaffMember member) {
        keep(filed, next, what, member, Map.of());
        log.atInfo()
                .addKeyValue("story", next.id())
                .addKeyValue("by", member.login())
                .log("Story " + what);
        return new Outcome.Done<>(new Moved(next.id(), next.state(), next.version()));
    }

    /// Files words that a story follows its wire copy in; the story is held.
    void rewrite(Filed filed, Story next, StaffMember member) {
        keep(filed, next, "followed", member, Map.of());
    }

    private Filed keep(Filed filed, Story next, String what, StaffMember member, Map<String, Object> details) {
        Instant now = files.now();
        files.keep(next, what, member.id(), now);
        Map<String, Object> all = new HashMap<>(details);
        all.put("version", next.version());
        audit.enter(member.id(), what, next.id(), all);
        if (!next.state().equals(filed.story().state())) {
            basket.changed();
        }
        return new Filed(next, filed.createdBy(), now, member.name(), filed.wire());
    }

    private static <T> Outcome<T> notAllowed(Privilege privilege) {
        return Outcome.Refused.because(new Refusal.NotAllowed(privilege.words()));
    }

    private static <T> Outcome<T> forbidden(Story story, String what) {
        return Outcome.Refused.because(new Refusal.StateForbids(story.state(), what));
    }

    /// A story made of a wire item.
    ///
    /// @param anew whether it was made now; `false` where it had been taken before
    public record Taken(UUID id, int version, boolean anew) {}

    /// Words that are filed.
    public record Saved(int version, Instant savedAt, List<Check> checks) {}

    /// A story in its new state.
    public record Moved(UUID id, String state, int version) {}

    /// A story that readers see.
    ///
    /// @param publicAddress where, a path from `/`
    /// @param version the version that they see
    public record Out(String publicAddress, int version) {}
}
