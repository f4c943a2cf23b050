package org.broadsheet.cms.audit;

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
}
