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
import org.broadsheet.core.wire.WirePicture;
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

    public static WireItem withPicture(WireItem item, WirePicture picture) {
        return new WireItem(
                item.feed(),
                item.provider(),
                item.guid(),
                item.version(),
                Kind.PICTURE,
                item.status(),
                item.firstCreated(),
                item.versionCreated(),
                item.receivedAt(),
                item.embargoedUntil(),
                item.urgency(),
                item.headline(),
                item.headlineTags(),
                item.slugline(),
                item.language(),
                item.bylines(),
                item.dateline(),
                Body.EMPTY,
                item.signOff(),
                item.creditLine(),
                item.copyrightHolder(),
                item.copyrightNotice(),
                item.usageTerms(),
                item.editorNotes(),
                item.signals(),
                item.subjects(),
                item.links(),
                picture,
                item.remarks());
    }

    public static ParsedItem parsed(String guid, long version, Status status, String headline) {
        return new ParsedItem(
                text(guid, version, status, headline),
                "%064x".formatted((guid + version + status + headline).hashCode() & 0xFFFFFFFFL),
                null);
    }
}
