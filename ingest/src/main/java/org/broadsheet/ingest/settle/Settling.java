package org.broadsheet.ingest.settle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.format.Reading.Lineage;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.payload.Receipts;
import org.broadsheet.ingest.payload.SettledItem;
import org.broadsheet.ingest.picture.PictureFiles;
import org.broadsheet.ingest.picture.PictureFiles.PictureFile;
import org.broadsheet.ingest.settle.WireItems.Asked;
import org.broadsheet.ingest.wirelog.WireLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Decides which version of an item counts and writes it to the wire log, in the same transaction.
///
/// A batch is judged in memory over what was found for all its items at once, and written in one statement a table.
@Component
public class Settling {

    /// What a picture file that no item has named yet is said to wait for.
    static final String WAITING = "waiting for its item";

    /// How long after an item came in a file of the same name with other bytes still replaces its picture.
    private static final Duration SENT_AGAIN_WITHIN = Duration.ofHours(12);

    /// How many other items one item may speak about; what is beyond is a link and no more.
    private static final int MOST_VERDICTS = 100;

    private static final Set<String> VERDICTS = Set.of(WireLink.KILLS, WireLink.CORRECTS, WireLink.UPDATES);

    private final WireItems items;
    private final PictureFiles pictures;
    private final Receipts receipts;
    private final WireLog log;
    private final JsonMapper json;

    Settling(WireItems items, PictureFiles pictures, Receipts receipts, WireLog log, JsonMapper json) {
        this.items = items;
        this.pictures = pictures;
        this.receipts = receipts;
        this.log = log;
        this.json = json;
    }

    /// Makes an item ready: what can be done before the lock is taken. A member of a lineage gets the guid and the
    /// version all its members go by.
    public Prepared prepare(ParsedItem parsed) {
        Lineage lineage = parsed.lineage();
        ParsedItem known = lineage == null
                ? parsed
                : with(
                        parsed,
                        parsed.item().toBuilder()
                                .guid(lineage.key())
                                .version(lineage.lead() + 1L)
                                .build());
        String text = json.writeValueAsString(known.item());
        if (!CleanText.isDoubtful(text)) {
            return new Prepared(known, text);
        }
        WireItem clean = CleanText.of(known.item(), json);
        return new Prepared(with(known, clean), json.writeValueAsString(clean));
    }

    /// Settles payloads in their order within the running transaction.
    ///
    /// @return what each of them changed, in the same order
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Settled> settle(List<Incoming> payloads) {
        log.lock();
        List<Settled> settled = new ArrayList<>();
        int from = 0;
        while (from < payloads.size()) {
            Incoming next = payloads.get(from);
            if (next.picture() != null) {
                settled.add(settlePicture(next));
                from++;
                continue;
            }
            int to = from;
            while (to < payloads.size() && payloads.get(to).picture() == null) {
                to++;
            }
            settled.addAll(settleItems(payloads.subList(from, to)));
            from = to;
        }
        return settled;
    }

    /// The kept versions of an item, the oldest first.
    public List<KeptVersion> versions(String provider, String guid) {
        return items.versions(new Key(provider, guid));
    }

    /// Puts versions of one item in the place of what they were read as before, within the running transaction. The log
    /// hears of it where that changes what counts.
    ///
    /// @return how many changed
    @Transactional(propagation = Propagation.MANDATORY)
    public int settleAgain(String provider, String guid, List<Reread> reread) {
        log.lock();
        Key key = new Key(provider, guid);
        List<Asked> asked = new ArrayList<>(List.of(new Asked(key, 0, "")));
        reread.forEach(one -> ask(one.item(), asked));
        Map<Key, ItemState> states = items.states(asked);
        ItemState state = Objects.requireNonNull(states.get(key));
        Batch batch = new Batch();
        int changed = 0;
        for (Reread one : reread) {
            ParsedItem parsed = one.item().parsed();
            long version = one.kept().version();
            if (parsed.item().equals(items.version(key, version))) {
                continue;
            }
            changed++;
            Standing standing = state.standing();
            if (standing != null && standing.version() == version) {
                count(parsed, one.item().json(), one.kept().receipt(), state, batch);
            } else {
                batch.keep(
                        key,
                        version,
                        parsed.contentHash(),
                        one.item().json(),
                        null,
                        one.kept().receipt());
            }
            speak(parsed.item(), states, batch);
        }
        write(batch);
        return changed;
    }

    /// The same item under another version: one that the format does not state.
    public Prepared as(Prepared prepared, long version) {
        ParsedItem parsed = prepared.parsed();
        return parsed.item().version() == version
                ? prepared
                : prepare(with(
                        new ParsedItem(parsed.item(), parsed.contentHash(), parsed.fileSize(), true, null),
                        parsed.item().toBuilder().version(version).build()));
    }

    private List<Settled> settleItems(List<Incoming> payloads) {
        Map<Key, ItemState> states = items.states(asked(payloads));
        Batch batch = new Batch();
        List<Settled> settled = new ArrayList<>();
        for (Incoming payload : payloads) {
            List<SettledItem> lines = new ArrayList<>();
            for (Prepared item : payload.items()) {
                lines.add(settle(item, payload.receipt(), states, batch));
            }
            settled.add(new Settled(lines, null));
        }
        write(batch);
        return settled;
    }

    private void write(Batch batch) {
        items.write(batch, batch.lines().isEmpty() ? 0 : log.append(batch.lines()));
    }

    private static List<Asked> asked(List<Incoming> payloads) {
        List<Asked> asked = new ArrayList<>();
        for (Incoming payload : payloads) {
            payload.items().forEach(prepared -> ask(prepared, asked));
        }
        return asked;
    }

    private static void ask(Prepared prepared, List<Asked> asked) {
        ParsedItem parsed = prepared.parsed();
        Key key = Key.of(parsed.item());
        asked.add(new Asked(key, parsed.item().version(), parsed.contentHash()));
        for (WireLink link : verdicts(parsed.item())) {
            asked.add(new Asked(new Key(key.provider(), link.guid()), 0, ""));
        }
    }

    private SettledItem settle(Prepared prepared, long receipt, Map<Key, ItemState> states, Batch batch) {
        ParsedItem parsed = prepared.parsed();
        String text = prepared.json();
        Key key = Key.of(parsed.item());
        ItemState state = Objects.requireNonNull(states.get(key));
        if (!parsed.versionStated() && parsed.lineage() == null) {
            long version = state.versionOf(parsed.contentHash());
            if (version != parsed.item().version()) {
                parsed = with(parsed, parsed.item().toBuilder().version(version).build());
                text = json.writeValueAsString(parsed.item());
            }
        }
        WireItem item = parsed.item();
        Outcome outcome = Standing.judge(state.standing(), item.version(), state.keptAs(item.version()), parsed);
        boolean killsItsLineage = item.status() == Status.CANCELED && hasNoOrder(parsed);
        if (killsItsLineage && outcome != Outcome.REPEAT) {
            Verdict kill = new Verdict(WireLink.KILLS, key.guid());
            if (state.hears(kill)) {
                batch.hear(key, kill);
            }
        }
        switch (outcome) {
            case NEW, NEWER -> count(parsed, text, receipt, state, batch);
            case OLDER -> {
                batch.keep(key, item.version(), parsed.contentHash(), text, null, receipt);
                state.keeps(item.version(), parsed.contentHash());
            }
            case FLAGGED -> flag(item, state, batch);
            case REPEAT -> {
                // it is here already
            }
        }
        if (killsItsLineage && (outcome == Outcome.OLDER || outcome == Outcome.FLAGGED)) {
            outcome = amend(state, batch) ? Outcome.NEWER : outcome;
        }
        speak(item, states, batch);
        return new SettledItem(
                item.provider(), item.guid(), item.version(), item.kind().name(), item.headline(), outcome.word());
    }

    /// Whether the numbers of its versions do not say for certain what came after what, so that a kill has to count
    /// against all of them.
    private static boolean hasNoOrder(ParsedItem parsed) {
        return parsed.lineage() != null || !parsed.versionStated();
    }

    private void count(ParsedItem parsed, String text, long receipt, ItemState state, Batch batch) {
        WireItem item = parsed.item();
        WireItem whole = state.judged(withItsFile(parsed));
        boolean asParsed = whole == item;
        int line = batch.log(whole, asParsed ? text : json.writeValueAsString(whole));
        batch.keep(state.key(), item.version(), parsed.contentHash(), text, asParsed ? line : null, receipt);
        batch.count(state.key(), whole, parsed.contentHash(), parsed.fileSize(), line);
        state.keeps(item.version(), parsed.contentHash());
        state.counts(whole, parsed.contentHash());
    }

    /// What the item says about other ones reaches them, whether they are here already or not.
    private void speak(WireItem item, Map<Key, ItemState> states, Batch batch) {
        for (WireLink link : verdicts(item)) {
            Key about = new Key(item.provider(), link.guid());
            ItemState state = Objects.requireNonNull(states.get(about));
            Verdict verdict = new Verdict(link.rel(), item.guid());
            if (state.hears(verdict)) {
                batch.hear(about, verdict);
                if (state.standing() != null) {
                    amend(state, batch);
                }
            }
        }
    }

    private static List<WireLink> verdicts(WireItem item) {
        return item.links().stream()
                .filter(link -> VERDICTS.contains(link.rel()) && !link.guid().equals(item.guid()))
                .limit(MOST_VERDICTS)
                .toList();
    }

    /// Appends the item that counts again, with what other items say about it by now.
    ///
    /// @return whether that changes it
    private boolean amend(ItemState state, Batch batch) {
        WireItem now = counting(state);
        WireItem judged = state.judged(now);
        if (judged.equals(now)) {
            return false;
        }
        putAnew(judged, state, batch);
        return true;
    }

    private void putAnew(WireItem item, ItemState state, Batch batch) {
        batch.amend(state.key(), item, batch.log(item, json.writeValueAsString(item)));
        state.counts(item, Objects.requireNonNull(state.standing()).contentHash());
    }

    private WireItem counting(ItemState state) {
        WireItem inHand = state.counting();
        return inHand == null ? items.counting(state.key()) : inHand;
    }

    /// The desk must hear of it where it is the version that counts; once is enough.
    private void flag(WireItem incoming, ItemState state, Batch batch) {
        if (incoming.version() != Objects.requireNonNull(state.standing()).version()) {
            return;
        }
        WireItem counting = counting(state);
        String remark =
                "The agency sent version " + incoming.version() + " again with other content; the first one stays";
        if (!counting.remarks().contains(remark)) {
            putAnew(PictureJoin.remarked(counting, List.of(remark)), state, batch);
        }
    }

    private WireItem withItsFile(ParsedItem parsed) {
        WireItem item = parsed.item();
        if (item.picture() == null || item.picture().fileName().isEmpty()) {
            return item;
        }
        Optional<PictureFile> file = pictures.named(item.feed(), item.picture().fileName())
                .filter(found -> parsed.fileSize() == null || parsed.fileSize() == found.size());
        if (file.isEmpty()) {
            return item;
        }
        receipts.waitIsOver(List.of(file.get().receipt()));
        return PictureJoin.join(item, file.get());
    }

    /// A picture file completes the items that name it.
    private Settled settlePicture(Incoming payload) {
        PictureFile file = pictures.keep(
                payload.feed(),
                payload.name(),
                payload.hash(),
                payload.receipt(),
                Objects.requireNonNull(payload.picture()));
        List<WireItem> wanting =
                items.wanting(payload.feed(), payload.name(), file.hash(), file.size(), SENT_AGAIN_WITHIN);
        if (!wanting.isEmpty()) {
            Batch batch = new Batch();
            Map<Key, ItemState> states = items.states(wanting.stream()
                    .map(item -> new Asked(Key.of(item), item.version(), ""))
                    .toList());
            for (WireItem item : wanting) {
                ItemState state = Objects.requireNonNull(states.get(Key.of(item)));
                putAnew(state.judged(PictureJoin.join(item, file)), state, batch);
            }
            write(batch);
        }
        boolean waits = wanting.isEmpty() && !items.isShown(payload.feed(), payload.name(), file.hash());
        return new Settled(List.of(), waits ? WAITING : null);
    }

    private static ParsedItem with(ParsedItem parsed, WireItem item) {
        return new ParsedItem(item, parsed.contentHash(), parsed.fileSize(), parsed.versionStated(), parsed.lineage());
    }
}
