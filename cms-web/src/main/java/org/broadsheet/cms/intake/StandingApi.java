package org.broadsheet.cms.intake;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The alarms as every screen of the desk shows them.
@RestController
class StandingApi {

    private final Standings standings;

    StandingApi(Standings standings) {
        this.standings = standings;
    }

    @GetMapping("/desk/api/intake/standing")
    Standing standing() {
        return standings.now();
    }
}
