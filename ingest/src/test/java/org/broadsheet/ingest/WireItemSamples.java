package org.broadsheet.ingest;

import java.time.Instant;
import java.util.List;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.SignOff;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.ingest.format.Reading.ParsedItem;

/// Wire items of an invented agency.
public final class WireItemSamples {

    private WireItemSamples() {}

    public static WireItem text(String guid, long version) {
        return text(guid, version, Status.USABLE, "Harbour fees rise in Vastholm");
    }

    public static WireItem text(String guid, long version, Status status, String headline) {
        return new WireItem(
                "nord",
                "agence-nord.example",
                guid,
                version,
                Kind.TEXT,
                status,
                null,
                Instant.parse("2026-11-10T08:00:00Z"),
                Instant.parse("2026-11-10T08:00:01Z"),
                null,
                4,
                headline,
                List.of(),
                "HARBOUR-FEES/",
                "en",
                List.of("Ines Halloran"),
                new Dateline("VASTHOLM", null, "Agence Nord"),
                new Body(List.of(Block.Paragraph.of(headline + ", the port said."))),
                SignOff.NONE,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of());
    }

    public static ParsedItem parsed(String guid, long version, Status status, String headline) {
        return new ParsedItem(
                text(guid, version, status, headline),
                "%064x".formatted((guid + version + status + headline).hashCode() & 0xFFFFFFFFL),
                null);
    }
}
