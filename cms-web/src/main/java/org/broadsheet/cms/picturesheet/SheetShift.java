package org.broadsheet.cms.picturesheet;

import java.util.List;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Reads the pictures that were kept before there were sheets, once after each start, so that they are found as well.
@Component
class SheetShift implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(SheetShift.class);
    private static final int AT_ONCE = 50;

    private final SheetBook book;
    private final PictureSheets sheets;
    private volatile boolean running;
    private @Nullable Thread thread;

    SheetShift(SheetBook book, PictureSheets sheets) {
        this.book = book;
        this.sheets = sheets;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("picture-sheets").daemon(true).start(this::work);
    }

    private void work() {
        try {
            int read = 0;
            List<PictureHash> unread = book.unread(AT_ONCE);
            while (running && !unread.isEmpty()) {
                int before = read;
                for (PictureHash picture : unread) {
                    if (running && isRead(picture)) {
                        read++;
                    }
                }
                // What cannot be read now is asked for again after the next start, or when somebody looks at it.
                unread = read == before ? List.of() : book.unread(AT_ONCE);
            }
            if (read > 0) {
                log.atInfo().addKeyValue("pictures", read).log("Older pictures have a sheet now");
            }
        } catch (RuntimeException e) {
            if (running) {
                log.atWarn().addKeyValue("reason", e.toString()).log("Older pictures were not all read");
            }
        }
    }

    private boolean isRead(PictureHash picture) {
        try {
            sheets.now(picture);
            return true;
        } catch (RuntimeException e) {
            log.atWarn()
                    .addKeyValue("picture", picture)
                    .addKeyValue("reason", e.toString())
                    .log("A picture has no sheet: its original cannot be had");
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread working = thread;
        if (working != null) {
            try {
                working.join(5_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
