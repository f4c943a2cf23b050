package org.broadsheet.ingest;

import java.time.Instant;
import java.util.List;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WirePicture;
import org.broadsheet.ingest.format.Reading.ParsedItem;

/// Wire items of an invented agency.
public final class WireItemSamples {

    private WireItemSamples() {}

    public static WireItem text(String guid, long version) {
        return text(guid, version, Status.USABLE, "Harbour fees rise in Vastholm");
    }

    public static WireItem text(String guid, long version, Status status, String headline) {
        return WireItem.builder("nord", "agence-nord.example", guid, version)
                .status(status)
                .versionCreated(Instant.parse("2026-11-10T08:00:00Z"))
                .receivedAt(Instant.parse("2026-11-10T08:00:01Z"))
                .urgency(4)
                .headline(headline)
                .slugline("HARBOUR-FEES/")
                .language("en")
                .bylines(List.of("Ines Halloran"))
                .dateline(new Dateline("VASTHOLM", null, "Agence Nord"))
                .body(new Body(List.of(Block.Paragraph.of(headline + ", the port said."))))
                .build();
    }

    public static WireItem withPicture(WireItem item, WirePicture picture) {
        return item.toBuilder()
                .kind(Kind.PICTURE)
                .body(Body.EMPTY)
                .picture(picture)
                .build();
    }

    public static ParsedItem parsed(String guid, long version, Status status, String headline) {
        return new ParsedItem(
                text(guid, version, status, headline),
                "%064x".formatted((guid + version + status + headline).hashCode() & 0xFFFFFFFFL),
                null,
                true,
                null);
    }
}
