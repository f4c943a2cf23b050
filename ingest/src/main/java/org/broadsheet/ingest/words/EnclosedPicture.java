package org.broadsheet.ingest.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.core.wire.WirePicture;
import org.broadsheet.ingest.format.Reading.ParsedItem;

/// A picture that a story brings along without an item of its own: it becomes one, and both are linked.
///
/// @param name tells it apart from the story's other pictures: its file or the agency's number for it
/// @param forms in which it is offered
/// @param headline its own; empty where not sent
/// @param caption as sent
/// @param creditLine as sent; empty where not sent
/// @param copyrightHolder its own; empty where not sent
/// @param alt its alternative text; empty where not sent
/// @param bylines who made it
/// @param contentHash tells two versions of it apart
public record EnclosedPicture(
        String name,
        List<OfferedPicture> forms,
        String headline,
        String caption,
        String creditLine,
        String copyrightHolder,
        String alt,
        List<String> bylines,
        String contentHash) {

    private static final String BELONGS = "irel:associatedWith";
    private static final int LONGEST_GUID = 1_000;

    public EnclosedPicture {
        forms = List.copyOf(forms);
        bylines = List.copyOf(bylines);
    }

    /// The story and its pictures as items: the story links to each picture and each picture to the story. A picture is
    /// as usable as its story, no sooner public and no longer.
    public static List<ParsedItem> apart(ParsedItem story, List<EnclosedPicture> pictures) {
        if (pictures.isEmpty()) {
            return List.of(story);
        }
        WireItem text = story.item();
        List<WireLink> links = new ArrayList<>(text.links());
        List<ParsedItem> items = new ArrayList<>();
        Set<String> guids = new HashSet<>();
        for (EnclosedPicture picture : pictures) {
            String guid = text.guid() + "#" + picture.name();
            guid = guid.length() > LONGEST_GUID ? text.guid() + "#" + picture.contentHash() : guid;
            if (guids.add(guid)) {
                links.add(new WireLink(guid, BELONGS, links.size()));
                items.add(picture.item(story, guid));
            }
        }
        items.addFirst(new ParsedItem(
                text.toBuilder().links(links).build(),
                story.contentHash(),
                story.fileSize(),
                story.versionStated(),
                story.lineage()));
        return items;
    }

    private ParsedItem item(ParsedItem story, String guid) {
        WireItem text = story.item();
        Set<String> remarks = new LinkedHashSet<>();
        OfferedPicture.Beside file = OfferedPicture.choose(forms, remarks::add);
        WirePicture read = PictureWords.of(file == null ? "" : file.name(), caption, creditLine, remarks::add);
        WireItem item = WireItem.builder(text.feed(), text.provider(), guid, text.version())
                .kind(Kind.PICTURE)
                .status(text.status())
                .purpose(text.purpose())
                .firstCreated(text.firstCreated())
                .versionCreated(text.versionCreated())
                .receivedAt(text.receivedAt())
                .embargoedUntil(text.embargoedUntil())
                .expiresAt(text.expiresAt())
                .urgency(text.urgency())
                .headline(headline.isEmpty() ? text.headline() : headline)
                .slugline(text.slugline())
                .language(text.language())
                .bylines(bylines)
                .creditLine(creditLine)
                .copyrightHolder(copyrightHolder.isEmpty() ? text.copyrightHolder() : copyrightHolder)
                .copyrightNotice(text.copyrightNotice())
                .usageTerms(text.usageTerms())
                .links(List.of(new WireLink(text.guid(), BELONGS, 0)))
                .picture(read.with(alt, OfferedPicture.kept(forms)))
                .remarks(List.copyOf(remarks))
                .build();
        return new ParsedItem(item, contentHash, file == null ? null : file.size(), story.versionStated(), null);
    }
}
