package org.broadsheet.cms.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.broadsheet.cms.audit.AuditBook;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.desk.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;

/// Who may have what done in the wire room, and the audit line that each thing done leaves.
@Component
class IntakeDesk {

    private static final Logger log = LoggerFactory.getLogger(IntakeDesk.class);

    private final AuditBook audit;
    private final TransactionTemplate transaction;
    private final Standings standings;

    IntakeDesk(AuditBook audit, TransactionTemplate transaction, Standings standings) {
        this.audit = audit;
        this.transaction = transaction;
        this.standings = standings;
    }

    /// Has something done if this member may, and enters it. What the wire room refuses is not entered; what it may or
    /// may not have done, because its answer never came, is entered as open.
    ///
    /// @param details what it was done to; never a secret
    JsonNode change(
            StaffMember member,
            Privilege privilege,
            String action,
            Map<String, Object> details,
            Supplier<JsonNode> work) {
        if (!member.may(privilege)) {
            throw Asked.refused(new Refusal.NotAllowed(privilege.words()));
        }
        JsonNode answer;
        try {
            answer = work.get();
        } catch (ErrorResponseException refused) {
            if (Said.leavesOpen(refused)) {
                Map<String, Object> open = new LinkedHashMap<>(details);
                open.put("outcome", "open: no answer came");
                enter(member, action, open);
            }
            throw refused;
        }
        standings.changed();
        enter(member, action, details);
        return answer;
    }

    private void enter(StaffMember member, String action, Map<String, Object> details) {
        try {
            transaction.executeWithoutResult(_ -> audit.enter(member.id(), action, null, details));
        } catch (RuntimeException e) {
            // It is done and cannot be taken back: the log is the book of last resort.
            log.atError()
                    .addKeyValue("staff", member.login())
                    .addKeyValue("action", action)
                    .addKeyValue("details", details)
                    .log("What was done in the wire room could not be entered in the audit");
            throw e;
        }
        log.atInfo()
                .addKeyValue("staff", member.login())
                .addKeyValue("action", action)
                .addKeyValue("details", details)
                .log("The desk ran the wire room");
    }
}
