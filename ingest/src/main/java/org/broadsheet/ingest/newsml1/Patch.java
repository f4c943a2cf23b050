package org.broadsheet.ingest.newsml1;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.markup.Markup;

/// A revision that carries instructions to change an earlier one instead of the news itself. It would take the place of
/// the whole text; so it becomes an item of its own, linked to what it is about, for the desk to carry out.
final class Patch {

    private Patch() {}

    static ParsedItem read(
            Copy copy,
            Markup.Element item,
            Identification identification,
            Management management,
            TextReader texts,
            Set<String> remarks)
            throws Unreadable {
        List<Block> blocks = new ArrayList<>();
        for (Markup.Element update : item.all("Update")) {
            for (Markup.Element instruction : update.elements()) {
                blocks.add(Block.Paragraph.of(instruction.name() + " " + instruction.attribute("DuidRef") + ":"));
                blocks.addAll(texts.blocks(instruction));
            }
        }
        remarks.add("It is a patch to another item, which an editor must carry out: " + identification.guid());
        String provider = identification.provider().isEmpty() ? copy.feed() : identification.provider();
        long number = identification.version().number();
        WireItem read = WireItem.builder(copy.feed(), provider, identification.guid() + "#patch-" + number, 1)
                .status(management.status())
                .purpose(Purpose.UPDATE)
                .firstCreated(management.firstCreated())
                .versionCreated(management.revisionCreated())
                .receivedAt(copy.receivedAt())
                .embargoedUntil(management.embargoedUntil())
                .expiresAt(management.expires())
                .headline("Patch " + number + (identification.label().isEmpty() ? "" : " to " + identification.label()))
                .slugline(identification.label())
                .language(item.attribute("lang"))
                .body(new Body(blocks))
                .editorNotes(management.notes())
                .links(List.of(new WireLink(identification.guid(), WireLink.UPDATES, 0)))
                .remarks(List.copyOf(remarks))
                .build();
        return new ParsedItem(read, ContentHash.of(item), null, true, null);
    }
}
