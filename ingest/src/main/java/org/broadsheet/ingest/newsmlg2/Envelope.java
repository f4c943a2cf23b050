package org.broadsheet.ingest.newsmlg2;

import org.broadsheet.ingest.markup.Markup;
import org.jspecify.annotations.Nullable;

/// What the header of a news message says of all its items.
///
/// @param priority 1 to 9 as sent; empty where not sent
record Envelope(String priority) {

    static final Envelope NONE = new Envelope("");

    static Envelope of(Markup.@Nullable Element header) {
        Markup.Element priority = header == null ? null : header.first("priority");
        return priority == null ? NONE : new Envelope(priority.words());
    }
}
