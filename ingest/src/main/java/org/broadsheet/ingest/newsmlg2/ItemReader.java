package org.broadsheet.ingest.newsmlg2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WirePicture;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.nitf.NitfText;
import org.broadsheet.ingest.words.EditorNotes;
import org.broadsheet.ingest.words.EnclosedPicture;
import org.broadsheet.ingest.words.OfferedPicture;
import org.broadsheet.ingest.words.PictureWords;
import org.broadsheet.ingest.words.PurposeReading;
import org.broadsheet.ingest.words.StoryWords;
import org.jspecify.annotations.Nullable;

/// Reads one news item or package, and the pictures inside its text. What an agency got wrong in a field is remarked;
/// only an item nobody could find again (no guid, no readable version) is refused.
final class ItemReader {

    private static final int LONGEST_GUID = 1_000;

    private final Copy copy;
    private final Catalog catalog;
    private final Envelope envelope;
    private final Set<String> remarks;
    private List<EnclosedFile> files = List.of();

    ItemReader(Copy copy, Catalog catalog, Envelope envelope, List<String> remarks) {
        this.copy = copy;
        this.catalog = catalog;
        this.envelope = envelope;
        this.remarks = new LinkedHashSet<>(remarks);
    }

    List<ParsedItem> read(Markup.Element item) throws Unreadable {
        String guid = guid(item);
        long version = ItemStanding.version(item);
        Markup.Element contentMeta = ItemWords.meta(item, "contentMeta");
        String language =
                item.attribute("lang").isEmpty() ? contentMeta.attributeAt("language", "tag") : item.attribute("lang");
        ContentReader content = new ContentReader(remarks::add);
        content.read(ItemWords.meta(item, "contentSet"));
        NitfText nitf = content.nitf();
        ItemWords words = new ItemWords(item, catalog, language, content);
        ItemStanding standing = new ItemStanding(item, catalog, remarks::add);
        Renditions renditions = new Renditions(item, catalog);
        List<OfferedPicture> forms = new ArrayList<>(renditions.all());
        forms.addAll(content.forms());
        files = content.files();
        Kind kind = kind(item, forms);

        String headline = words.headline(remarks::add);
        Body body = words.body(kind);
        if (kind == Kind.TEXT) {
            body = renditions.behind(body, headline, remarks::add);
        }
        StoryWords story = StoryWords.of(headline, words.dateline(), body);
        Instant versionCreated = standing.moment("versionCreated");
        Instant made = versionCreated == null ? copy.receivedAt() : versionCreated;
        List<EditorNote> notes = words.notes();
        EditorNotes meant = EditorNotes.read(notes, made, remarks::add);
        notes.addAll(words.summaries(kind));
        Status status = standing.status();
        if (status != Status.CANCELED && meant.kill()) {
            remarks.add("A note to editors takes the item back, but its status does not");
        }
        List<String> signals = standing.signals();
        String slugline = contentMeta.wordsAt("slugline");
        Purpose purpose = PurposeReading.of(status, signals, story.headlineTags(), meant, slugline);
        String creditLine = words.creditLine();
        Rights rights = Rights.of(item, catalog);
        words.besides().forEach(remarks::add);
        OfferedPicture.Beside file = kind == Kind.PICTURE ? OfferedPicture.choose(forms, remarks::add) : null;
        WirePicture picture = kind == Kind.PICTURE
                ? PictureWords.of(file == null ? "" : file.name(), words.caption(), creditLine, remarks::add)
                        .with("", OfferedPicture.kept(forms))
                : null;

        WireItem read = story.into(WireItem.builder(copy.feed(), provider(item), guid, version))
                .kind(kind)
                .status(status)
                .purpose(purpose)
                .firstCreated(standing.moment("firstCreated"))
                .versionCreated(versionCreated)
                .receivedAt(copy.receivedAt())
                .embargoedUntil(meant.embargo(later(standing.embargo(), nitf == null ? null : nitf.embargoedUntil())))
                .expiresAt(standing.expires())
                .urgency(standing.urgency(envelope))
                .slugline(slugline)
                .language(language)
                .bylines(words.bylines(kind))
                .creditLine(creditLine)
                .copyrightHolder(rights.holder())
                .copyrightNotice(rights.notice())
                .usageTerms(rights.usage().isEmpty() && nitf != null ? nitf.rights() : rights.usage())
                .editorNotes(notes)
                .signals(signals)
                .subjects(
                        new SubjectReader(catalog, language, item).read(ItemWords.meta(item, "itemMeta"), contentMeta))
                .links(new ItemLinks(item, catalog).read(purpose, remarks::add))
                .picture(picture)
                .remarks(List.copyOf(remarks))
                .build();
        ParsedItem parsed = new ParsedItem(read, ContentHash.of(item), file == null ? null : file.size(), true, null);
        List<EnclosedPicture> pictures = new ArrayList<>(nitf == null ? List.of() : nitf.pictures());
        if (kind != Kind.PICTURE) {
            for (OfferedPicture form : content.forms()) {
                pictures.add(
                        new EnclosedPicture(form.href(), List.of(form), "", "", "", "", "", List.of(), form.href()));
            }
        }
        return EnclosedPicture.apart(parsed, pictures);
    }

    /// The files that stood in the item.
    List<EnclosedFile> files() {
        return files;
    }

    private static String guid(Markup.Element item) throws Unreadable {
        String guid = item.attribute("guid");
        if (guid.isEmpty()) {
            throw new Unreadable("The <" + item.name() + "> has no guid");
        }
        if (guid.length() > LONGEST_GUID) {
            throw new Unreadable("The guid has more than " + LONGEST_GUID + " characters");
        }
        return guid;
    }

    private String provider(Markup.Element item) {
        Markup.Element provider = ItemWords.meta(item, "itemMeta").first("provider");
        String code = catalog.code(provider);
        if (code.isEmpty() && provider != null) {
            code = Rights.named(provider, catalog);
        }
        if (code.isEmpty()) {
            remarks.add("It names no provider; the feed stands for it");
            return copy.feed();
        }
        return code;
    }

    private Kind kind(Markup.Element item, List<OfferedPicture> forms) {
        if (item.name().equals("packageItem")) {
            return Kind.PACKAGE;
        }
        String nature = catalog.code(ItemWords.meta(item, "itemMeta").first("itemClass"));
        return switch (nature.substring(nature.indexOf(':') + 1)) {
            case "text", "composite" -> Kind.TEXT;
            case "picture", "graphic", "animation" -> Kind.PICTURE;
            case "" -> forms.stream().anyMatch(OfferedPicture::isPicture) ? Kind.PICTURE : Kind.TEXT;
            default -> {
                remarks.add("It is of the class " + nature + "; only its words are taken");
                yield Kind.TEXT;
            }
        };
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
