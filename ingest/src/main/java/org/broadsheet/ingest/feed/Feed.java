package org.broadsheet.ingest.feed;

import java.time.Duration;
import java.util.Map;

/// A feed as the desk ordered it.
///
/// @param name in addresses and on receipts
/// @param title what the desk reads
/// @param transport how it comes in
/// @param settings by the name of the form's field
/// @param sealed the secrets, each sealed
/// @param pollEvery how long between two visits
/// @param paused whether it is left alone
/// @param version counts its changes
record Feed(
        String name,
        String title,
        String transport,
        Map<String, String> settings,
        Map<String, String> sealed,
        Duration pollEvery,
        boolean paused,
        long version) {

    Feed {
        settings = Map.copyOf(settings);
        sealed = Map.copyOf(sealed);
    }

    /// The same feed with other secrets.
    Feed with(Map<String, String> others) {
        return new Feed(name, title, transport, settings, others, pollEvery, paused, version);
    }
}
