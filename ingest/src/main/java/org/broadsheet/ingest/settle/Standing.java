package org.broadsheet.ingest.settle;

import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.jspecify.annotations.Nullable;

/// The version of an item that counts before another one comes in.
///
/// @param version of the item
/// @param contentHash of what was sent
/// @param killed whether the agency has taken it back
/// @param position where it stands in the wire log
record Standing(long version, String contentHash, boolean killed, long position) {

    /// What an incoming version changes. The order of arrival makes no difference to where it ends: the highest version
    /// counts, and of the same version a kill counts before everything else.
    ///
    /// @param before what counts now; `null` where nothing came in yet
    /// @param version that comes in
    /// @param sameVersion the hash under which the incoming version was kept before; `null` where it was not
    static Outcome judge(@Nullable Standing before, long version, @Nullable String sameVersion, ParsedItem incoming) {
        if (before == null) {
            return Outcome.NEW;
        }
        if (incoming.contentHash().equals(sameVersion)) {
            return Outcome.REPEAT;
        }
        if (version > before.version()) {
            return Outcome.NEWER;
        }
        if (version == before.version()) {
            boolean kills = incoming.item().status() == Status.CANCELED && !before.killed();
            return kills ? Outcome.NEWER : Outcome.FLAGGED;
        }
        return sameVersion == null ? Outcome.OLDER : Outcome.FLAGGED;
    }
}
