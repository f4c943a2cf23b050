package org.broadsheet.ingest.settle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Reading.Picture;
import org.broadsheet.ingest.payload.Receipts;
import org.broadsheet.ingest.picture.PictureFiles;
import org.broadsheet.ingest.picture.PictureFiles.PictureFile;
import org.broadsheet.ingest.wirelog.WireLog;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Decides which version of an item counts and writes it to the wire log, in the same transaction.
@Component
public class Settling {

    /// What a picture file that no item has named yet is said to wait for.
    static final String WAITING = "waiting for its item";

    /// How long after an item came in a file of the same name with other bytes still replaces its picture.
    private static final Duration SENT_AGAIN_WITHIN = Duration.ofHours(12);

    private final WireItems items;
    private final PictureFiles pictures;
    private final Receipts receipts;
    private final WireLog log;

    Settling(WireItems items, PictureFiles pictures, Receipts receipts, WireLog log) {
        this.items = items;
        this.pictures = pictures;
        this.receipts = receipts;
        this.log = log;
    }

    /// Settles one parsed item within the running transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome settle(ParsedItem parsed, long receipt) {
        log.lock();
        WireItem item = parsed.item();
        Optional<Standing> before = items.standing(item.provider(), item.guid());
        String sameVersion = before.isEmpty() ? null : items.keptAs(item.provider(), item.guid(), item.version());
        Outcome outcome = Standing.judge(before.orElse(null), sameVersion, parsed);
        switch (outcome) {
            case NEW, NEWER -> {
                items.keep(parsed, receipt);
                WireItem whole = withItsFile(parsed);
                items.count(whole, parsed.contentHash(), parsed.fileSize(), log.append(whole));
            }
            case OLDER -> items.keep(parsed, receipt);
            case FLAGGED -> flag(parsed, before.orElseThrow());
            case REPEAT -> {
                // it is here already
            }
        }
        return outcome;
    }

    /// Settles a picture file within the running transaction: it completes the items that name it.
    ///
    /// @return what it waits for; `null` where an item has it
    @Transactional(propagation = Propagation.MANDATORY)
    public @Nullable String settle(String feed, String name, String hash, long receipt, Picture picture) {
        log.lock();
        PictureFile file = pictures.keep(feed, name, hash, receipt, picture);
        List<WireItem> wanting = items.wanting(feed, name, file.hash(), file.size(), SENT_AGAIN_WITHIN);
        for (WireItem item : wanting) {
            WireItem whole = PictureJoin.join(item, file);
            items.amend(whole, log.append(whole));
        }
        return wanting.isEmpty() && !items.isShown(feed, name, file.hash()) ? WAITING : null;
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
        receipts.waitIsOver(file.get().receipt());
        return PictureJoin.join(item, file.get());
    }

    /// The desk must hear of it where it is the version that counts; once is enough.
    private void flag(ParsedItem parsed, Standing before) {
        WireItem incoming = parsed.item();
        if (incoming.version() != before.version()) {
            return;
        }
        WireItem counting = items.counting(incoming.provider(), incoming.guid());
        String remark =
                "The agency sent version " + incoming.version() + " again with other content; the first one stays";
        if (!counting.remarks().contains(remark)) {
            WireItem told = PictureJoin.remarked(counting, List.of(remark));
            items.amend(told, log.append(told));
        }
    }
}
