package org.broadsheet.cms.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.broadsheet.core.wire.WireItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Asks search, behind the basket's back, which items hold the same story. While search is down nothing is joined, and
/// nothing is missing: what is still to be asked is asked when it is back.
@Component
class TwinDesk {

    private static final Logger log = LoggerFactory.getLogger(TwinDesk.class);
    private static final int AT_ONCE = 20;
    private static final Duration REST_AFTER_TROUBLE = Duration.ofSeconds(10);

    private final TwinBook book;
    private final TwinSearch search;
    private boolean inTrouble;
    private long restUntil;

    TwinDesk(TwinBook book, TwinSearch search) {
        this.book = book;
        this.search = search;
    }

    @Scheduled(fixedDelay = 500, timeUnit = TimeUnit.MILLISECONDS)
    synchronized void look() {
        if (inTrouble && System.nanoTime() - restUntil < 0) {
            return;
        }
        try {
            for (WireItem item : book.due(AT_ONCE)) {
                if (item.status() != WireItem.Status.USABLE
                        || item.body().plainText().isBlank()) {
                    book.leave(item);
                } else {
                    book.enter(item, search.twins(item));
                }
            }
            inTrouble = false;
        } catch (IOException e) {
            rest("Twins are looked for when search is back", e);
        } catch (DataAccessException | TransactionException e) {
            log.atDebug().addKeyValue("why", e.getMessage()).log("Twins cannot be entered now");
        }
    }

    private void rest(String words, Exception e) {
        if (!inTrouble) {
            log.atWarn().addKeyValue("why", e.getMessage()).log(words);
        }
        inTrouble = true;
        restUntil = System.nanoTime() + REST_AFTER_TROUBLE.toNanos();
    }
}
