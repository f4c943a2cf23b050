package org.broadsheet.ingest.alarm;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When somebody is called to look.
///
/// @param lookEvery how long between two looks
/// @param learnEvery how long a habit counts before it is learned anew
/// @param neverBefore a feed that is quiet for less raises no alarm, whatever its habit
/// @param timesItsHabit how many times longer than usual a feed has to be quiet
/// @param enough in how many minutes something must have come before a feed has a habit
/// @param failures how many visits must have failed one after the other
/// @param quarantined how many payloads must have gone to quarantine within three hours
/// @param timesItsQuarantine how many times more than in three usual hours that has to be
@ConfigurationProperties("broadsheet.ingest.alarm")
record AlarmRules(
        @DefaultValue("30s") @NotNull Duration lookEvery,
        @DefaultValue("15m") @NotNull Duration learnEvery,
        @DefaultValue("30m") @NotNull Duration neverBefore,
        @DefaultValue("2") double timesItsHabit,
        @DefaultValue("20") int enough,
        @DefaultValue("3") int failures,
        @DefaultValue("5") int quarantined,
        @DefaultValue("3") double timesItsQuarantine) {}
