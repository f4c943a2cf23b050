package org.broadsheet.ingest.quarantine;

/// How far a replay of the quarantine has come.
///
/// @param asked how many were in quarantine when it began
/// @param settled how many of these could be read now
/// @param still how many could not
/// @param running whether it goes on
record ReplayProgress(long asked, long settled, long still, boolean running) {

    /// None was made since the service started.
    static final ReplayProgress NONE = new ReplayProgress(0, 0, 0, false);
}
