package org.broadsheet.cms.picturesheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.broadsheet.cms.picture.PictureKept;
import org.broadsheet.cms.picture.PictureMissing;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.picturefile.PictureFormat;
import org.broadsheet.cms.picturefile.PictureParts;
import org.broadsheet.cms.picturefile.SheetReader;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureSheet;
import org.broadsheet.core.picture.SheetField;
import org.broadsheet.core.wire.WireItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The sheets of the pictures we hold. A picture has one from the moment it is kept; one that was kept before
/// there were sheets gets it when somebody first asks for it. Nothing is written over: each change is a version
/// more.
@Component
public class PictureSheets {

    private static final Logger log = LoggerFactory.getLogger(PictureSheets.class);

    private final SheetBook book;
    private final PictureStore store;
    private final TransactionTemplate transaction;

    PictureSheets(SheetBook book, PictureStore store, PlatformTransactionManager transactions) {
        this.book = book;
        this.store = store;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// The sheet as it stands now: what the picture desk has written, else what the wire says, else what the file does.
    ///
    /// @throws PictureMissing if the picture is not held
    public PictureSheet now(PictureHash picture) {
        return newest(picture).sheet();
    }

    /// The same for several at once; those that are not held are left out.
    public Map<PictureHash, PictureSheet> now(Collection<PictureHash> pictures) {
        Map<PictureHash, PictureSheet> sheets = new HashMap<>(book.newest(pictures));
        for (PictureHash picture : pictures) {
            if (!sheets.containsKey(picture)) {
                try {
                    sheets.put(picture, now(picture));
                } catch (PictureMissing e) {
                    log.atDebug().addKeyValue("picture", picture).log("A sheet was asked for of what is not held");
                }
            }
        }
        return sheets;
    }

    /// The sheet as the file says it.
    ///
    /// @throws PictureMissing if the picture is not held
    public PictureSheet asRead(PictureHash picture) {
        return book.first(picture).orElseGet(() -> read(picture)).sheet();
    }

    /// The newest version.
    ///
    /// @throws PictureMissing if the picture is not held
    public SheetVersion newest(PictureHash picture) {
        return book.newest(picture).orElseGet(() -> read(picture));
    }

    /// Every version, the newest first.
    ///
    /// @throws PictureMissing if the picture is not held
    public List<SheetVersion> history(PictureHash picture) {
        newest(picture);
        return book.all(picture);
    }

    /// Writes fields of a sheet for a member of staff; values as [SheetField#in] gives them. Whoever calls this
    /// has made sure that they may.
    ///
    /// @param version the version they were written on; `0` on whatever stands now
    /// @throws PictureMissing if the picture is not held
    public Writing write(PictureHash picture, int version, SheetWords words, UUID staff) {
        newest(picture);
        return transaction.<Writing>execute(_ -> {
            book.hold(picture);
            SheetVersion before = newest(picture);
            if (version != 0 && version != before.number()) {
                return new Writing.Stale(before);
            }
            PictureSheet after = words.applyTo(before.sheet());
            List<SheetChange> changes = changes(before.sheet(), after);
            if (changes.isEmpty()) {
                return new Writing.Unchanged(before);
            }
            book.write(picture, before.number() + 1, SheetVersion.What.CHANGED, after, changes, "", staff);
            return new Writing.Written(newest(picture));
        });
    }

    /// Hears what the wire says of a picture that is held: where the wire names words, they count before the
    /// file's, and never before the desk's. What the file says otherwise is kept as a disagreement.
    public void hear(WireItem item) {
        PictureHash picture = item.picture() == null ? null : item.picture().hash();
        if (picture == null) {
            return;
        }
        transaction.executeWithoutResult(_ -> {
            if (!book.hold(picture)) {
                return;
            }
            SheetVersion before = newest(picture);
            List<String> written = book.all(picture).stream()
                    .filter(version -> version.what() == SheetVersion.What.CHANGED)
                    .flatMap(version -> version.changes().stream())
                    .map(SheetChange::field)
                    .toList();
            PictureSheet after = WireSheet.of(item).applyTo(before.sheet(), asRead(picture), written);
            List<SheetChange> changes = changes(before.sheet(), after);
            if (!after.equals(before.sheet())) {
                book.write(picture, before.number() + 1, SheetVersion.What.WIRE, after, changes, item.provider(), null);
            }
        });
    }

    @EventListener
    void kept(PictureKept kept) {
        if (book.first(kept.hash()).isEmpty()) {
            read(kept.hash(), kept.parts());
        }
    }

    private SheetVersion read(PictureHash picture) {
        byte[] original = store.original(picture);
        PictureParts parts = PictureFormat.of(original)
                .map(format -> PictureParts.of(format, original))
                .orElse(PictureParts.NONE);
        return read(picture, parts);
    }

    private SheetVersion read(PictureHash picture, PictureParts parts) {
        PictureSheet sheet = SheetReader.of(parts);
        transaction.executeWithoutResult(
                _ -> book.write(picture, 1, SheetVersion.What.READ, sheet, List.of(), "", null));
        return book.newest(picture).orElseThrow(() -> new PictureMissing(picture, "is not held"));
    }

    private static List<SheetChange> changes(PictureSheet before, PictureSheet after) {
        List<SheetChange> changes = new ArrayList<>();
        for (SheetField field : SheetField.values()) {
            String was = field.print(before);
            String is = field.print(after);
            if (!was.equals(is)) {
                changes.add(SheetChange.of(field, was, is));
            }
        }
        return changes;
    }
}
