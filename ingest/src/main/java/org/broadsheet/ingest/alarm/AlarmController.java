package org.broadsheet.ingest.alarm;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What somebody has to look at.
@RestController
class AlarmController {

    private final Alarms alarms;

    AlarmController(Alarms alarms) {
        this.alarms = alarms;
    }

    /// The alarms that ring now, the longest first.
    @GetMapping("/api/alarms")
    List<Alarm> alarms() {
        return alarms.ringing();
    }
}
