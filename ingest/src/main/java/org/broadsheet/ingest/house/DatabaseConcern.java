package org.broadsheet.ingest.house;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether the database keeps what it says it has kept. Without `fsync` a power cut loses wire copy.
@Component
class DatabaseConcern implements Concern {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConcern.class);
    private static final List<String> NEEDED = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final JdbcClient jdbc;

    DatabaseConcern(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        try {
            for (String setting : NEEDED) {
                String value = jdbc.sql("select current_setting(:setting)")
                        .param("setting", setting)
                        .query(String.class)
                        .single();
                if (value.equals("off")) {
                    remarks.add(
                            "THE DATABASE IS NOT DURABLE: " + setting + " is off. A power cut or crash of the machine "
                                    + "loses wire copy that was taken in. Set " + setting + " = on.");
                }
            }
        } catch (DataAccessException e) {
            remarks.add(
                    "The database does not answer: " + e.getMostSpecificCause().getMessage());
        }
        return remarks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayItLoudlyAtTheStart() {
        remarks().forEach(LOG::warn);
    }
}
