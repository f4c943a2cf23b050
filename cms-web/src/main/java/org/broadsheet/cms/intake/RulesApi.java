package org.broadsheet.cms.intake;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.broadsheet.cms.house.Asked;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// The rules by which wire copy finds its desk and section, as the desk's screens read and set them.
@RestController
class RulesApi {

    private static final String RULE = "/api/rules/{id}";
    private static final String ID = "[A-Za-z0-9-]{1,64}";

    private final WireRoom room;
    private final IntakeDesk desk;

    RulesApi(WireRoom room, IntakeDesk desk) {
        this.room = room;
        this.desk = desk;
    }

    @GetMapping("/desk/api/intake/rules")
    JsonNode rules() {
        return room.read("/api/rules");
    }

    /// Adds a rule under an identity of ours.
    @PostMapping("/desk/api/intake/rules")
    JsonNode add(@RequestBody JsonNode rule, @AuthenticationPrincipal StaffMember member) {
        return put(member, "rule-added", UUID.randomUUID().toString(), aRule(rule));
    }

    @PutMapping("/desk/api/intake/rules/{id}")
    JsonNode change(
            @PathVariable @Pattern(regexp = ID) String id,
            @RequestBody JsonNode rule,
            @AuthenticationPrincipal StaffMember member) {
        return put(member, "rule-changed", id, aRule(rule));
    }

    @DeleteMapping("/desk/api/intake/rules/{id}")
    JsonNode remove(@PathVariable @Pattern(regexp = ID) String id, @AuthenticationPrincipal StaffMember member) {
        return desk.change(
                member,
                Privilege.SET_RULES,
                "rule-removed",
                Map.of("rule", id),
                () -> room.have(HttpMethod.DELETE, null, RULE, id));
    }

    @PostMapping("/desk/api/intake/rules/order")
    JsonNode order(@RequestBody @Valid Order order, @AuthenticationPrincipal StaffMember member) {
        return desk.change(
                member,
                Privilege.SET_RULES,
                "rules-ordered",
                Map.of("rules", order.ids()),
                () -> room.have(HttpMethod.POST, order, "/api/rules/order"));
    }

    /// What a rule would have done with what has come in lately; changes nothing.
    @PostMapping("/desk/api/intake/rules/rehearsal")
    JsonNode rehearse(@RequestBody JsonNode words) {
        return room.work(Map.of("rule", aRule(words.path("rule"))), "/api/rules/rehearsal");
    }

    private JsonNode put(StaffMember member, String action, String id, JsonNode rule) {
        return desk.change(
                member,
                Privilege.SET_RULES,
                action,
                Map.of("rule", id, "words", rule),
                () -> room.have(HttpMethod.PUT, rule, RULE, id));
    }

    private static JsonNode aRule(JsonNode rule) {
        if (!rule.isObject()) {
            throw Asked.unreadable("A rule is a JSON object with name, when and then.");
        }
        return rule;
    }

    /// The rules in the order in which they are asked.
    record Order(@NotEmpty @Size(max = 1000) List<@Pattern(regexp = ID) String> ids) {}
}
