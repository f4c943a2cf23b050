package org.broadsheet.cms.house;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Addresses below the house's own that lead nowhere. Without it the site would look for a story there.
@Controller
class DeadEndController {

    private static final String ANY = "/{nothing:[A-Za-z0-9-]{1,96}}";

    @GetMapping({"/api", "/actuator", "/api" + ANY, "/actuator" + ANY})
    void nothing() {
        throw Asked.unknown("There is nothing at this address.");
    }
}
