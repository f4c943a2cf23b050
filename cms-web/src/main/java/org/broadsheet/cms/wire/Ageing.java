package org.broadsheet.cms.wire;

import java.util.concurrent.TimeUnit;
import org.broadsheet.cms.house.Bells;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets wire copy that nobody has taken grow old: it leaves the untaken when its time is over, or when the agency said
/// so, and can be lifted back. The database's clock decides, and it is done in small steps.
@Component
class Ageing {

    private static final Logger log = LoggerFactory.getLogger(Ageing.class);
    private static final int STEP = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final WireProperties properties;
    private final Bells bells;

    Ageing(JdbcClient jdbc, PlatformTransactionManager transactions, WireProperties properties, Bells bells) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.bells = bells;
    }

    @Scheduled(fixedDelay = 15, initialDelay = 5, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            int all = 0;
            int expired;
            do {
                expired = step();
                all += expired;
            } while (expired == STEP);
            if (all > 0) {
                log.atInfo().addKeyValue("items", all).log("Wire copy that nobody took has expired");
            }
        } catch (DataAccessException | TransactionException e) {
            log.atDebug().addKeyValue("why", e.getMessage()).log("Wire copy cannot be looked through now");
        }
    }

    /// Takes at most 500 items from the untaken.
    int step() {
        Integer expired = transaction.execute(_ -> {
            int items = jdbc.sql("""
                            UPDATE wire_item w SET expired_at = now()
                            FROM (SELECT o.provider, o.guid FROM wire_item o
                                WHERE o.expired_at IS NULL AND o.dropped_at IS NULL AND NOT o.kept
                                AND o.kind <> 'package'
                                AND (o.expires_at <= now() OR :seconds > 0
                                    AND o.received_at <= now() - :seconds * interval '1 second'
                                    AND (o.embargoed_until IS NULL
                                        OR o.embargoed_until <= now() - :seconds * interval '1 second'))
                                AND NOT EXISTS (SELECT FROM story s
                                    WHERE s.wire_provider = o.provider AND s.wire_guid = o.guid)
                                LIMIT :step FOR UPDATE SKIP LOCKED) old
                            WHERE w.provider = old.provider AND w.guid = old.guid
                            """)
                    .param("seconds", properties.expireAfter().toSeconds())
                    .param("step", STEP)
                    .update();
            if (items > 0) {
                bells.ring(WireBasket.BELL);
            }
            return items;
        });
        return expired == null ? 0 : expired;
    }
}
