package org.broadsheet.ingest.settle;

import java.util.List;
import org.broadsheet.ingest.payload.SettledItem;
import org.jspecify.annotations.Nullable;

/// What a payload changed.
///
/// @param items its items and what each of them changed
/// @param waitsFor what a picture file waits for; `null` where it waits for nothing
public record Settled(List<SettledItem> items, @Nullable String waitsFor) {
    public Settled {
        items = List.copyOf(items);
    }
}
