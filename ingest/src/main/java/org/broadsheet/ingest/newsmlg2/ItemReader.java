package org.broadsheet.ingest.newsmlg2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.core.wire.WirePicture;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.EditorNotes;
import org.broadsheet.ingest.words.Moments;
import org.broadsheet.ingest.words.PictureWords;
import org.broadsheet.ingest.words.PurposeReading;
import org.broadsheet.ingest.words.StoryWords;
import org.jspecify.annotations.Nullable;

/// Reads one news item or package. What an agency got wrong in a field is remarked; only an item nobody could find
/// again (no guid, no readable version) is refused.
final class ItemReader {

    private static final int LONGEST_GUID = 1_000;

    private final Copy copy;
    private final Catalog catalog;
    private final Envelope envelope;
    private final Set<String> remarks;

    ItemReader(Copy copy, Catalog catalog, Envelope envelope, List<String> remarks) {
        this.copy = copy;
        this.catalog = catalog;
        this.envelope = envelope;
        this.remarks = new LinkedHashSet<>(remarks);
    }

    ParsedItem read(Markup.Element item) throws Unreadable {
        String guid = item.attribute("guid");
        if (guid.isEmpty()) {
            throw new Unreadable("The <" + item.name() + "> has no guid");
        }
        if (guid.length() > LONGEST_GUID) {
            throw new Unreadable("The guid has more than " + LONGEST_GUID + " characters");
        }
        Markup.Element itemMeta = orEmpty(item.first("itemMeta"));
        Markup.Element contentMeta = orEmpty(item.first("contentMeta"));
        Markup.Element contentSet = orEmpty(item.first("contentSet"));
        Kind kind = kind(item, itemMeta, contentSet);
        String language = item.attribute("lang").isEmpty()
                ? orEmpty(contentMeta.first("language")).attribute("tag")
                : item.attribute("lang");

        ContentReader content = new ContentReader(remarks::add);
        content.read(contentSet);
        Instant versionCreated = moment(itemMeta, "versionCreated");
        List<EditorNote> notes = notes(item, itemMeta, contentMeta, content);
        StoryWords words = StoryWords.of(
                headline(itemMeta, contentMeta, content, language),
                contentMeta.first("dateline") == null
                        ? content.dateline()
                        : orEmpty(contentMeta.first("dateline")).words(),
                content.body());
        PictureFileName file = kind == Kind.PICTURE ? PictureFileName.of(contentSet, catalog, remarks::add) : null;
        String creditLine = words(contentMeta.first("creditline"));
        WirePicture picture = kind == Kind.PICTURE
                ? PictureWords.of(
                        file == null ? "" : file.name(), caption(contentMeta, language), creditLine, remarks::add)
                : null;
        Rights rights = Rights.of(item);

        Status status = status(itemMeta);
        Instant made = versionCreated == null ? copy.receivedAt() : versionCreated;
        EditorNotes meant = EditorNotes.read(notes, made, remarks::add);
        if (status != Status.CANCELED && meant.kill()) {
            remarks.add("A note to editors takes the item back, but its status does not");
        }

        List<String> signals = itemMeta.all("signal").stream()
                .map(catalog::code)
                .filter(code -> !code.isEmpty())
                .toList();
        String slugline = words(contentMeta.first("slugline"));
        WireItem read = words.into(WireItem.builder(copy.feed(), provider(itemMeta), guid, version(item)))
                .kind(kind)
                .status(status)
                .purpose(PurposeReading.of(status, signals, words.headlineTags(), meant, slugline))
                .firstCreated(moment(itemMeta, "firstCreated"))
                .versionCreated(versionCreated)
                .receivedAt(copy.receivedAt())
                .embargoedUntil(meant.embargo(embargo(itemMeta)))
                .expiresAt(moment(itemMeta.first("expires") == null ? contentMeta : itemMeta, "expires"))
                .urgency(urgency(contentMeta))
                .slugline(slugline)
                .language(language)
                .bylines(Bylines.of(kind, contentMeta, content))
                .creditLine(creditLine)
                .copyrightHolder(rights.holder())
                .copyrightNotice(rights.notice())
                .usageTerms(rights.usage())
                .editorNotes(notes)
                .signals(signals)
                .subjects(new SubjectReader(catalog, language).read(contentMeta))
                .links(links(item, itemMeta, contentMeta, kind))
                .picture(picture)
                .remarks(List.copyOf(remarks))
                .build();
        return new ParsedItem(read, ContentHash.of(item), file == null ? null : file.size(), true, null);
    }

    private @Nullable Instant moment(Markup.Element place, String name) {
        return Moments.read("<" + name + ">", words(place.first(name)), remarks::add);
    }

    private @Nullable Instant embargo(Markup.Element itemMeta) {
        Markup.Element embargoed = itemMeta.first("embargoed");
        return embargoed == null ? null : Moments.embargo(embargoed.words(), remarks::add);
    }

    /// NewsML-G2: an item without a version is its first.
    private static long version(Markup.Element item) throws Unreadable {
        String version = item.attribute("version");
        if (version.isEmpty()) {
            return 1;
        }
        try {
            return Long.parseLong(version);
        } catch (NumberFormatException e) {
            throw new Unreadable("The version is not a whole number: " + version, e);
        }
    }

    private String provider(Markup.Element itemMeta) {
        Markup.Element provider = itemMeta.first("provider");
        String code = catalog.code(provider);
        if (code.isEmpty() && provider != null) {
            code = SubjectReader.name(provider, "");
            code = code.isEmpty() ? provider.words() : code;
        }
        if (code.isEmpty()) {
            remarks.add("It names no provider; the feed stands for it");
            return copy.feed();
        }
        return code;
    }

    private Kind kind(Markup.Element item, Markup.Element itemMeta, Markup.Element contentSet) {
        if (item.name().equals("packageItem")) {
            return Kind.PACKAGE;
        }
        String nature = catalog.code(itemMeta.first("itemClass"));
        return switch (nature.substring(nature.indexOf(':') + 1)) {
            case "text" -> Kind.TEXT;
            case "picture", "graphic", "animation" -> Kind.PICTURE;
            case "composite" -> Kind.TEXT;
            case "" -> contentSet.all("remoteContent").isEmpty() ? Kind.TEXT : Kind.PICTURE;
            default -> {
                remarks.add("It is of the class " + nature + "; only its words are taken");
                yield Kind.TEXT;
            }
        };
    }

    /// IPTC: an item without a status is usable. A status nobody knows holds the item back.
    private Status status(Markup.Element itemMeta) {
        String code = catalog.code(itemMeta.first("pubStatus"));
        String status = code.substring(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "", "usable" -> Status.USABLE;
            case "withheld" -> Status.WITHHELD;
            case "canceled", "cancelled" -> Status.CANCELED;
            default -> {
                remarks.add("Its status is not known (" + code + "): taken as withheld");
                yield Status.WITHHELD;
            }
        };
    }

    private @Nullable Integer urgency(Markup.Element contentMeta) {
        Markup.Element urgency = contentMeta.first("urgency");
        String sent = urgency == null ? envelope.priority() : urgency.words();
        if (urgency == null && sent.isEmpty()) {
            return null;
        }
        if (sent.length() == 1 && sent.charAt(0) >= '1' && sent.charAt(0) <= '9') {
            return sent.charAt(0) - '0';
        }
        remarks.add("The urgency is not 1 to 9: " + (sent.isEmpty() ? "(empty)" : sent));
        return null;
    }

    private String headline(
            Markup.Element itemMeta, Markup.Element contentMeta, ContentReader content, String language) {
        String headline = inLanguage(contentMeta.all("headline"), language);
        if (headline.isEmpty()) {
            headline = content.headline();
        }
        if (headline.isEmpty() && itemMeta.first("title") != null) {
            headline = inLanguage(itemMeta.all("title"), language);
            if (!headline.isEmpty()) {
                remarks.add("It has no headline; the title stands for it");
            }
        }
        return headline;
    }

    private String caption(Markup.Element contentMeta, String language) {
        List<Markup.Element> descriptions = contentMeta.all("description");
        List<Markup.Element> captions = descriptions.stream()
                .filter(description -> catalog.code(description, "role").equals("drol:caption"))
                .toList();
        return inLanguage(captions.isEmpty() ? descriptions : captions, language);
    }

    private List<EditorNote> notes(
            Markup.Element item, Markup.Element itemMeta, Markup.Element contentMeta, ContentReader content) {
        List<EditorNote> notes = new ArrayList<>();
        for (Markup.Element place : List.of(itemMeta, contentMeta, item)) {
            for (Markup.Element note : place.all("edNote")) {
                if (!note.words().isEmpty()) {
                    notes.add(new EditorNote(catalog.code(note, "role"), note.words()));
                }
            }
        }
        content.notes().forEach(note -> notes.add(new EditorNote("", note)));
        return notes;
    }

    private List<WireLink> links(Markup.Element item, Markup.Element itemMeta, Markup.Element contentMeta, Kind kind) {
        List<WireLink> links = new ArrayList<>();
        for (Markup.Element place : List.of(itemMeta, contentMeta)) {
            for (Markup.Element link : place.all("link")) {
                if (!link.attribute("residref").isEmpty()) {
                    links.add(new WireLink(link.attribute("residref"), catalog.code(link, "rel"), links.size()));
                }
            }
        }
        if (kind == Kind.PACKAGE) {
            for (String guid : PackageMembers.of(item.first("groupSet"))) {
                links.add(new WireLink(guid, WireLink.PACKAGE, links.size()));
            }
        }
        return links;
    }

    /// The words of the element in the item's language, else of the first; empty where there is none.
    private static String inLanguage(List<Markup.Element> elements, String language) {
        return elements.stream()
                .filter(element -> element.attribute("lang").isEmpty()
                        || element.attribute("lang").equalsIgnoreCase(language))
                .map(Markup.Element::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseGet(() -> elements.isEmpty() ? "" : elements.getFirst().words());
    }

    private static String words(Markup.@Nullable Element element) {
        return element == null ? "" : element.words();
    }

    private static Markup.Element orEmpty(Markup.@Nullable Element element) {
        return Objects.requireNonNullElse(element, EMPTY);
    }

    private static final Markup.Element EMPTY = new Markup.Element("", Map.of(), List.of());
}
