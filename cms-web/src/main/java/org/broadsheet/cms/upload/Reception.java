package org.broadsheet.cms.upload;

import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.broadsheet.cms.audit.AuditBook;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.darkroom.DarkroomBusy;
import org.broadsheet.cms.darkroom.DarkroomSettings;
import org.broadsheet.cms.darkroom.Look;
import org.broadsheet.cms.darkroom.Original;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.cms.darkroom.Undrawable;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.picture.Keeping;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.picture.PictureHash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Receives files that are whole: draws each once to see that it is a picture to its end, and has it kept. It holds no
/// more bytes in memory at once than one file may have at most.
@Component
class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);
    private static final int KIBI = 1 << 10;
    private static final long LONGEST_WAIT_SECONDS = 15;
    private static final int DRAWN = 320;

    private final Darkroom darkroom;
    private final PictureStore pictures;
    private final JdbcClient database;
    private final AuditBook audit;
    private final Semaphore memory;
    private final int mostMemory;

    Reception(
            Darkroom darkroom, DarkroomSettings settings, PictureStore pictures, JdbcClient database, AuditBook audit) {
        this.darkroom = darkroom;
        this.pictures = pictures;
        this.database = database;
        this.audit = audit;
        this.mostMemory = Math.max(1, Math.toIntExact(settings.mostBytes().toBytes() / KIBI + 1));
        this.memory = new Semaphore(mostMemory, true);
    }

    /// Does something with a file in memory, when there is room for it.
    ///
    /// @param size how many bytes the file has
    <T> T holding(long size, Supplier<T> work) {
        int room = (int) Math.clamp(size / KIBI + 1, 1, mostMemory);
        try {
            if (!memory.tryAcquire(room, LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } catch (DarkroomBusy e) {
            log.atInfo().addKeyValue("why", e.getMessage()).log("A picture that was brought in waits");
            throw busy();
        } catch (UncheckedIOException e) {
            log.atWarn().setCause(e).log("A picture that was brought in cannot be kept now");
            throw Asked.busy("The picture store does not answer; everything that was sent is held. Try again later.");
        } finally {
            memory.release(room);
        }
    }

    private static RuntimeException busy() {
        return Asked.busy("Many pictures are coming in; everything that was sent is held. Try again in a moment.");
    }

    /// Why a file is no picture that can be printed; empty where it is one.
    Optional<String> unfit(byte[] file) {
        return switch (darkroom.look(file)) {
            case Look.Refused refused -> Optional.of(refused.sentence());
            case Look.Fit _
            when CutShort.jpeg(file) ->
                Optional.of("The file is a JPEG that ends in the middle of its picture: it was cut short before it"
                        + " came here. Send the whole file.");
            case Look.Fit fit -> undrawable(fit.original());
        };
    }

    private Optional<String> undrawable(Original original) {
        try {
            darkroom.print(
                    original, Area.whole(original.width(), original.height()), DRAWN, PrintFormat.JPEG, Slip.BLANK);
            return Optional.empty();
        } catch (Undrawable e) {
            log.atDebug().setCause(e).log("A file that was brought in cannot be drawn");
            return Optional.of("The file begins like a " + original.format()
                    + ", but its pixels cannot be read: it is damaged or was cut short. Send the whole file.");
        }
    }

    /// Keeps a file that is fit, and enters who brought it in. Belongs into a transaction: two who bring the same bytes
    /// come one after the other, and only the first brings a new picture.
    ///
    /// @param type what the sender says the file is
    /// @param from where it came from, by the words of the audit
    Upload.Standing keep(byte[] file, String type, StaffMember member, Map<String, Object> from) {
        PictureHash hash = PictureHash.of(file);
        database.sql("SELECT pg_advisory_xact_lock(hashtextextended(?, 45))")
                .param(hash.value())
                .query((row, _) -> row.getString(1))
                .list();
        boolean again = pictures.holds(hash);
        return switch (pictures.keep(file, type)) {
            case Keeping.Refused refused -> new Upload.Standing.Refused(refused.sentence());
            case Keeping.Kept kept -> {
                Map<String, Object> details = new LinkedHashMap<>(from);
                details.put("picture", kept.picture().hash().value());
                details.put("again", again);
                audit.enter(member.id(), "picture-brought-in", null, details);
                log.atInfo()
                        .addKeyValue("staff", member.login())
                        .addKeyValue("picture", kept.picture().hash())
                        .addKeyValue("again", again)
                        .log("A picture was brought in");
                yield new Upload.Standing.Kept(kept.picture().hash(), again);
            }
        };
    }
}
