package org.broadsheet.cms.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.broadsheet.cms.masthead.Mastheads;
import org.broadsheet.cms.picturerights.PictureRights;
import org.broadsheet.cms.staff.Staff;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.cms.wire.BasketItem;
import org.broadsheet.cms.wire.BasketPage;
import org.broadsheet.cms.wire.DueCopy;
import org.broadsheet.cms.wire.DueCopy.Piece;
import org.broadsheet.cms.wire.WireBasket;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.story.Draft;
import org.broadsheet.core.story.Published;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.wire.WireItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Publishes wire copy by itself where a routing rule says so, and lets it follow the wire for as long as nobody has
/// touched it. What would hold up an editor holds it up too: then the copy stays in the basket with the reason. One
/// piece is one transaction, so that whatever breaks, each is published once.
@Component
class NightDesk {

    private static final Logger log = LoggerFactory.getLogger(NightDesk.class);

    /// Copy that could have gone out so long ago is news no more: the service was away, or reads the wire anew.
    private static final Duration TOO_OLD = Duration.ofHours(24);

    private final DueCopy due;
    private final WireBasket basket;
    private final PictureRights rights;
    private final CopyDesk desk;
    private final StoryFiles files;
    private final Judges judges;
    private final FirstWords firstWords;
    private final Mastheads mastheads;
    private final Staff staff;
    private final TransactionTemplate transaction;

    NightDesk(
            DueCopy due,
            WireBasket basket,
            PictureRights rights,
            CopyDesk desk,
            StoryFiles files,
            Judges judges,
            FirstWords firstWords,
            Mastheads mastheads,
            Staff staff,
            PlatformTransactionManager transactions) {
        this.due = due;
        this.basket = basket;
        this.rights = rights;
        this.desk = desk;
        this.files = files;
        this.judges = judges;
        this.firstWords = firstWords;
        this.mastheads = mastheads;
        this.staff = staff;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Works on the piece that has been due longest.
    ///
    /// @return whether there was one
    boolean step() {
        if (!due.isAny()) {
            return false;
        }
        List<Piece> taken = new ArrayList<>();
        try {
            transaction.executeWithoutResult(_ -> {
                rights.keepStill();
                // Then, before any story: whoever enters wire copy takes the same two steps in this order.
                basket.keepStill();
                due.next().ifPresent(piece -> {
                    taken.add(piece);
                    work(piece);
                });
            });
        } catch (RuntimeException e) {
            if (taken.isEmpty()) {
                throw e;
            }
            log.atError()
                    .addKeyValue("guid", taken.getFirst().guid())
                    .setCause(e)
                    .log("Wire copy could not be published by itself");
            transaction.executeWithoutResult(_ ->
                    due.waits(taken.getFirst(), "Publishing it without an editor failed; it is tried again.", null));
        }
        return !taken.isEmpty();
    }

    private void work(Piece piece) {
        BasketItem copy = basket.item(piece.provider(), piece.guid()).orElseThrow();
        BasketPage.StoryRef story = copy.story();
        if (story == null) {
            begin(piece, copy);
            return;
        }
        Filed filed = files.hold(story.id()).orElseThrow();
        Optional<StaffMember> rule = staff.wireRule(filed.createdBy());
        if (rule.isPresent() && filed.story() instanceof Published published) {
            follow(piece, copy, filed, published, rule.get());
        } else {
            due.settled(piece, "");
        }
    }

    private void begin(Piece piece, BasketItem copy) {
        if (!copy.routed().autoPublish() || copy.dropped() || copy.expired()) {
            due.settled(piece, "");
            return;
        }
        List<Refusal> never = judges.noStoryBecause(copy);
        if (!never.isEmpty()) {
            due.settled(piece, sentence(never));
            return;
        }
        if (copy.item().kind() == WireItem.Kind.PICTURE) {
            due.settled(piece, "A picture alone is not published without an editor.");
            return;
        }
        for (BasketPage.Twin twin : copy.twins()) {
            if (twin.story() != null) {
                due.settled(piece, "The same story has come from " + twin.source() + " and is taken already.");
                return;
            }
        }
        Instant couldGoOut = copy.item().receivedAt();
        Instant embargo = copy.item().embargoedUntil();
        if (embargo != null && embargo.isAfter(couldGoOut)) {
            couldGoOut = embargo;
        }
        if (couldGoOut.plus(TOO_OLD).isBefore(files.now())) {
            due.settled(piece, "It is more than a day old, so an editor decides.");
            return;
        }
        StaffMember rule = staff.wireRule(copy.routed().rules());
        Filed.Source source =
                new Filed.Source(piece.provider(), piece.guid(), copy.item().version());
        StoryContent words = firstWords.of(copy);
        Filed would = new Filed(Draft.begun(UUID.randomUUID(), words), rule.id(), files.now(), rule.name(), source);
        if (mayGo(piece, copy, would, "")) {
            CopyDesk.Taken taken = desk.begin(copy, words, rule);
            out(desk.putOut(taken.id(), taken.version(), null, rule));
            due.settled(piece, "");
        }
    }

    private void follow(Piece piece, BasketItem copy, Filed filed, Published story, StaffMember rule) {
        WireItem item = copy.item();
        Filed.Source source = new Filed.Source(piece.provider(), piece.guid(), item.version());
        boolean newer = filed.wire() == null || item.version() > filed.wire().version();
        StoryContent words = words(copy, story.content());
        boolean changed = !words.equals(story.content());
        if (!copy.isKilled() && !newer && !changed) {
            due.settled(piece, "");
            return;
        }
        if (!files.isUntouched(story.id())) {
            due.settled(piece, touched(copy, newer));
            return;
        }
        if (copy.isKilled()) {
            out(desk.withdraw(story.id(), "The agency has killed it: " + why(copy), rule));
            files.follow(story.id(), item.version(), item.embargoedUntil());
            due.settled(piece, "");
            return;
        }
        List<Refusal> never = judges.noStoryBecause(copy);
        if (!never.isEmpty()) {
            due.settled(piece, sentence(never) + " What readers see of it waits for an editor.");
            return;
        }
        Published next = changed ? story.saved(words) : story;
        Filed would = new Filed(next, filed.createdBy(), files.now(), rule.name(), source);
        if (!changed || mayGo(piece, copy, would, "The newer version is not published: ")) {
            files.follow(story.id(), item.version(), item.embargoedUntil());
            if (changed) {
                desk.rewrite(filed, next, rule);
                out(desk.putOut(story.id(), next.version(), null, rule));
            } else {
                basket.changed();
            }
            due.settled(piece, "");
        }
    }

    /// Whether nothing blocks a story; if something does, the copy says so and is looked at again.
    private boolean mayGo(Piece piece, BasketItem copy, Filed would, String before) {
        Judgement judgement = judges.judge(would, copy);
        List<String> reasons = new ArrayList<>();
        judgement.refusals().forEach(refusal -> reasons.add(refusal.sentence()));
        Room.refusals(would.story().content()).forEach(refusal -> reasons.add(refusal.sentence()));
        String routed = copy.routed().section();
        if (!routed.isEmpty() && mastheads.current().section(routed).isEmpty()) {
            reasons.add(new Refusal.SectionUnknown(routed).sentence());
        }
        Instant now = files.now();
        Instant expires = copy.item().expiresAt();
        if (expires != null && !expires.isAfter(now)) {
            reasons.add("The agency has let it expire.");
        }
        if (reasons.isEmpty()) {
            return true;
        }
        Instant embargo = judgement.embargo();
        due.waits(piece, before + String.join(" ", reasons), embargo != null && embargo.isAfter(now) ? embargo : null);
        return false;
    }

    /// The words of the wire as they are now; its section and its address a published story keeps.
    private StoryContent words(BasketItem copy, StoryContent before) {
        StoryContent now = firstWords.of(copy);
        return new StoryContent(
                now.headline(),
                now.kicker(),
                now.standfirst(),
                now.slugline(),
                before.section(),
                now.bylines(),
                now.dateline(),
                now.body(),
                now.signOff(),
                now.pictures(),
                now.subjects(),
                now.urgency(),
                before.slug());
    }

    private static String touched(BasketItem copy, boolean newer) {
        if (copy.isKilled()) {
            return "The agency has killed it; because somebody has edited the story, an editor has to.";
        }
        return newer ? "Somebody has edited the story; the newer version waits for an editor." : "";
    }

    private static String why(BasketItem copy) {
        return copy.item().editorNotes().stream()
                .map(WireItem.EditorNote::text)
                .filter(note -> !note.isBlank())
                .findFirst()
                .map(note -> note.length() > 500 ? note.substring(0, 500) + "…" : note)
                .orElseGet(() -> copy.toldBy().stream()
                        .map(BasketPage.Told::headline)
                        .findFirst()
                        .orElse(copy.item().headline()));
    }

    private static String sentence(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::sentence).collect(Collectors.joining(" "));
    }

    /// What was judged in this transaction cannot be refused in it.
    private static void out(Outcome<?> outcome) {
        if (!(outcome instanceof Outcome.Done<?>)) {
            throw new IllegalStateException("The copy desk answered " + outcome);
        }
    }
}
