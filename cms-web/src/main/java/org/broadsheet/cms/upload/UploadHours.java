package org.broadsheet.cms.upload;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Tidies the spool by the clock.
@Component
@EnableScheduling
class UploadHours {

    private static final Logger log = LoggerFactory.getLogger(UploadHours.class);
    private static final Duration FETCHED_LIE = Duration.ofHours(1);

    private final Uploads uploads;
    private final Spool spool;
    private final InstantSource clock;

    UploadHours(Uploads uploads, Spool spool, InstantSource clock) {
        this.uploads = uploads;
        this.spool = spool;
        this.clock = clock;
    }

    /// Forgets what nobody went on with.
    @Scheduled(fixedDelayString = "${broadsheet.cms.upload.tidied-every:10m}", initialDelayString = "1m")
    void tidy() {
        try {
            int abandoned = uploads.forgetAbandoned();
            spool.dropFetched(clock.instant().minus(FETCHED_LIE));
            if (abandoned > 0) {
                log.atInfo().addKeyValue("uploads", abandoned).log("Uploads were abandoned and are forgotten");
            }
        } catch (DataAccessException | TransactionException | UncheckedIOException e) {
            log.atWarn().addKeyValue("why", e.getMessage()).log("The spool of uploads is tidied later");
        }
    }
}
