package org.broadsheet.ingest.settle;

import org.broadsheet.core.wire.WireItem;

/// What an item is told apart by, whatever feed it came in on.
///
/// @param provider who sent it; the feed where the item names nobody, so that such items of two feeds never meet
/// @param guid what the provider calls it
record Key(String provider, String guid) {

    static Key of(WireItem item) {
        return new Key(item.provider(), item.guid());
    }
}
