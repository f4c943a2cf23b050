package org.broadsheet.cms.house;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Whether the database keeps what it says it has kept. One that does not is named loudly at the start and on the
/// status page.
@Component
class Durability {

    private static final Logger log = LoggerFactory.getLogger(Durability.class);
    private static final List<String> NEEDED = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final JdbcClient jdbc;

    Durability(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A sentence for each setting that can lose what was kept, or one that says that the database is silent; empty
    /// where all is well.
    List<String> remarks() {
        try {
            return unsafeSettings();
        } catch (DataAccessException e) {
            return List.of("PostgreSQL does not answer: nothing can be saved until it does.");
        }
    }

    private List<String> unsafeSettings() {
        List<String> remarks = new ArrayList<>();
        for (String setting : NEEDED) {
            String value = jdbc.sql("SELECT current_setting(:setting)")
                    .param("setting", setting)
                    .query(String.class)
                    .single();
            if (value.equals("off")) {
                remarks.add(
                        "PostgreSQL runs with " + setting + "=off: a loss of power can lose what staff have saved.");
            }
        }
        return remarks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void sayLoudly() {
        remarks().forEach(remark -> log.atWarn().log(remark));
    }
}
