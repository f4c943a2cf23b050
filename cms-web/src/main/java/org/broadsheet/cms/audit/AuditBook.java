package org.broadsheet.cms.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Where each action of the desk is entered once, in the transaction of the action itself.
@Component
public class AuditBook {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditBook(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Enters an action.
    ///
    /// @param staff who did it, `null` for the system itself
    /// @param action a verb of the desk in the past tense, such as `published`
    /// @param story which story it was done to, `null` where it was none
    /// @param details what else one may want to know; never a body, a password or a token
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(@Nullable UUID staff, String action, @Nullable UUID story, Map<String, Object> details) {
        jdbc.sql("""
            INSERT INTO audit (at, staff, action, story, details)
            VALUES (clock_timestamp(), :staff, :action, :story, :details::jsonb)
            """)
                .param("staff", staff)
                .param("action", action)
                .param("story", story)
                .param("details", json.writeValueAsString(details))
                .update();
    }

    /// Enters the same action for each of several stories.
    ///
    /// @param details what else one may want to know, by story
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(@Nullable UUID staff, String action, Map<UUID, Map<String, Object>> details) {
        List<Map.Entry<UUID, Map<String, Object>>> lines = List.copyOf(details.entrySet());
        jdbc.sql("""
            INSERT INTO audit (at, staff, action, story, details)
            SELECT clock_timestamp(), :staff, :action, line.story, line.details::jsonb
            FROM unnest(:stories::uuid[], :details::text[]) AS line (story, details)
            """)
                .param("staff", staff)
                .param("action", action)
                .param("stories", lines.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
                .param(
                        "details",
                        lines.stream()
                                .map(line -> json.writeValueAsString(line.getValue()))
                                .toArray(String[]::new))
                .update();
    }
}
