package org.broadsheet.cms.intake;

import java.util.List;

/// How the wire room stands, as every screen of the desk shows it.
///
/// @param alarms what needs somebody, the oldest first
/// @param away what does not answer: `intake`, `search`
record Standing(List<Alarm> alarms, List<String> away) {
    Standing {
        alarms = List.copyOf(alarms);
        away = List.copyOf(away);
    }

    /// A feed that has gone quiet or fails, or a quarantine that grows.
    ///
    /// @param kind `quiet`, `failing` or `quarantine`
    /// @param feed which feed; empty where it is about none
    /// @param since when it began, as the wire room wrote it; empty where it did not say
    /// @param sentence what is wrong
    record Alarm(String kind, String feed, String since, String sentence) {}
}
