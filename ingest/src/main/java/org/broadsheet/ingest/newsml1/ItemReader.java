package org.broadsheet.ingest.newsml1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.core.wire.WireItemBuilder;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.MarkupReader;
import org.broadsheet.ingest.nitf.NitfText;
import org.broadsheet.ingest.words.Bylines;
import org.broadsheet.ingest.words.EditorNotes;
import org.broadsheet.ingest.words.EnclosedPicture;
import org.broadsheet.ingest.words.OfferedPicture;
import org.broadsheet.ingest.words.PictureWords;
import org.broadsheet.ingest.words.PurposeReading;
import org.broadsheet.ingest.words.StoryWords;
import org.jspecify.annotations.Nullable;

/// Reads one news item: its text, its pictures as items of their own, and what it says of other items.
final class ItemReader {

    private final Copy copy;
    private final Markup.Element root;
    private final Set<String> remarks;
    private final TextReader texts;
    private final Metadata metadata = new Metadata();
    private List<EnclosedFile> files = List.of();
    private List<Markup.Element> nested = List.of();

    ItemReader(Copy copy, Markup.Element root, MarkupReader reader, List<String> remarks) {
        this.copy = copy;
        this.root = root;
        this.remarks = new LinkedHashSet<>(remarks);
        this.texts = new TextReader(reader, this.remarks::add);
    }

    /// Files that came inside the item.
    List<EnclosedFile> files() {
        return files;
    }

    /// Whole news items that stand inside this one.
    List<Markup.Element> nested() {
        return nested;
    }

    List<ParsedItem> read(Markup.Element item) throws Unreadable {
        Identification identification = Identification.of(item, remarks::add);
        Management management = Management.of(item, remarks::add);
        NewsLines lines = new NewsLines(item.attribute("lang"));
        metadata.topics(root);
        metadata.topics(item);
        Components components = new Components(texts, lines, metadata, remarks::add);
        components.comments(item);
        for (Markup.Element component : item.all("NewsComponent")) {
            components.read(component);
        }
        files = components.files();
        nested = components.nested();
        if (identification.patch()) {
            return List.of(Patch.read(copy, item, identification, management, texts, remarks));
        }

        boolean onePicture =
                components.blocks().isEmpty() && components.pictures().size() == 1;
        Kind kind = onePicture ? Kind.PICTURE : kind(components);
        NitfText nitf = components.nitf();
        List<EditorNote> notes = notes(management, lines, components);
        Instant created = management.revisionCreated();
        EditorNotes meant = EditorNotes.read(notes, created == null ? copy.receivedAt() : created, remarks::add);
        if (management.status() != Status.CANCELED && meant.kill()) {
            remarks.add("A note to editors takes the item back, but its status does not");
        }
        String headline = either(lines.first("HeadLine"), nitf == null ? "" : nitf.headline());
        StoryWords words = StoryWords.of(
                headline,
                either(lines.first("DateLine"), nitf == null ? "" : nitf.dateline()),
                new Body(withDecks(lines.all("SubHeadLine"), components.blocks())));
        String slugline = either(lines.first("SlugLine"), identification.label());
        Purpose purpose = PurposeReading.of(
                management.status(), signals(identification, management), words.headlineTags(), meant, slugline);
        List<String> bylines = Bylines.names(lines.bylines());
        bylines = bylines.isEmpty() && nitf != null ? Bylines.names(nitf.bylines()) : bylines;

        WireItemBuilder read = words.into(WireItem.builder(
                        copy.feed(),
                        provider(identification),
                        identification.guid(),
                        identification.version().number()))
                .kind(kind)
                .status(management.status())
                .purpose(purpose)
                .firstCreated(management.firstCreated())
                .versionCreated(created)
                .receivedAt(copy.receivedAt())
                .embargoedUntil(meant.embargo(later(management, nitf)))
                .expiresAt(management.expires())
                .urgency(urgency(management))
                .slugline(slugline)
                .language(either(item.attribute("lang"), either(metadata.language(), root.attribute("lang"))))
                .bylines(bylines.isEmpty() && kind == Kind.TEXT ? metadata.parties("Creator") : bylines)
                .creditLine(creditLine(lines, nitf))
                .copyrightHolder(metadata.copyrightHolder())
                .copyrightNotice(either(lines.first("CopyrightLine"), metadata.copyright()))
                .usageTerms(usage(lines, nitf))
                .editorNotes(notes)
                .subjects(subjects(lines))
                .links(links(management, components, kind, identification.guid()));
        ParsedItem parsed;
        if (onePicture) {
            parsed = picture(read, components.pictures().getFirst(), item, identification);
        } else {
            parsed = new ParsedItem(
                    read.remarks(List.copyOf(remarks)).build(),
                    ContentHash.of(item),
                    null,
                    identification.version().stated(),
                    null);
        }
        return EnclosedPicture.apart(parsed, onePicture ? List.of() : components.pictures());
    }

    /// An item that is nothing but one picture is the picture.
    private ParsedItem picture(
            WireItemBuilder read, EnclosedPicture picture, Markup.Element item, Identification identification) {
        WireItem text = read.build();
        OfferedPicture.Beside file = OfferedPicture.choose(picture.forms(), remarks::add);
        String credit = either(picture.creditLine(), text.creditLine());
        String headline = either(picture.headline(), text.headline());
        StoryWords words = StoryWords.of(headline, "", text.body());
        WireItem whole = read.headline(words.headline())
                .headlineTags(words.headlineTags())
                .bylines(picture.bylines().isEmpty() ? text.bylines() : picture.bylines())
                .creditLine(credit)
                .copyrightHolder(either(picture.copyrightHolder(), text.copyrightHolder()))
                .picture(PictureWords.of(file == null ? "" : file.name(), picture.caption(), credit, remarks::add)
                        .with(picture.alt(), OfferedPicture.kept(picture.forms())))
                .remarks(List.copyOf(remarks))
                .build();
        return new ParsedItem(
                whole,
                ContentHash.of(item),
                file == null ? null : file.size(),
                identification.version().stated(),
                null);
    }

    private static Kind kind(Components components) {
        boolean bare = components.blocks().isEmpty() && components.pictures().isEmpty();
        boolean binds =
                !components.references().isEmpty() || !components.nested().isEmpty();
        return bare && binds ? Kind.PACKAGE : Kind.TEXT;
    }

    private static List<Block> withDecks(List<String> decks, List<Block> text) {
        List<Block> blocks = new ArrayList<>();
        decks.forEach(deck -> blocks.add(new Block.Subhead(List.of(Inline.Text.of(deck)))));
        blocks.addAll(text);
        return blocks;
    }

    private static List<EditorNote> notes(Management management, NewsLines lines, Components components) {
        List<EditorNote> notes = new ArrayList<>(management.notes());
        notes.addAll(lines.notes());
        notes.addAll(components.notes());
        return notes;
    }

    private static List<String> signals(Identification identification, Management management) {
        if (management.corrects()) {
            return List.of("sig:correction");
        }
        return identification.revised() ? List.of("sig:update") : List.of();
    }

    private String provider(Identification identification) {
        String provider = identification.provider();
        if (provider.isEmpty()) {
            provider = String.join(", ", metadata.parties("Provider"));
        }
        Markup.Element sender = root.first("NewsEnvelope", "SentFrom", "Party");
        if (provider.isEmpty() && sender != null) {
            provider = sender.attribute("FormalName");
        }
        if (provider.isEmpty()) {
            remarks.add("It names no provider; the feed stands for it");
            return copy.feed();
        }
        return provider;
    }

    private @Nullable Integer urgency(Management management) {
        Markup.Element priority = root.first("NewsEnvelope", "Priority");
        String sent = management.urgency().isEmpty() && priority != null
                ? priority.attribute("FormalName")
                : management.urgency();
        if (sent.isEmpty()) {
            return null;
        }
        if (sent.length() == 1 && sent.charAt(0) >= '1' && sent.charAt(0) <= '9') {
            return sent.charAt(0) - '0';
        }
        remarks.add("The urgency is not 1 to 9: " + sent);
        return null;
    }

    private String creditLine(NewsLines lines, @Nullable NitfText nitf) {
        String line = either(lines.first("CreditLine"), nitf == null ? "" : nitf.distributor());
        line = either(line, String.join(", ", metadata.parties("Source")));
        return either(line, String.join(", ", metadata.parties("Provider")));
    }

    private String usage(NewsLines lines, @Nullable NitfText nitf) {
        List<String> usages = new ArrayList<>(lines.all("RightsLine"));
        usages.addAll(metadata.usages());
        if (nitf != null && !nitf.rights().isEmpty()) {
            usages.add(nitf.rights());
        }
        return String.join("\n", usages);
    }

    private List<Subject> subjects(NewsLines lines) {
        Set<Subject> subjects = new LinkedHashSet<>(metadata.subjects());
        lines.all("KeywordLine").forEach(keyword -> subjects.add(new Subject("", Subject.Kind.OTHER, keyword)));
        return List.copyOf(subjects);
    }

    private List<WireLink> links(Management management, Components components, Kind kind, String own)
            throws Unreadable {
        List<WireLink> links = new ArrayList<>();
        for (WireLink link : management.links()) {
            if (!link.guid().equals(own)) {
                links.add(new WireLink(link.guid(), link.rel(), links.size()));
            }
        }
        Set<String> members = new LinkedHashSet<>(components.references());
        for (Markup.Element inside : components.nested()) {
            members.add(Identification.of(inside, remarks::add).guid());
        }
        for (String member : members) {
            links.add(new WireLink(member, kind == Kind.PACKAGE ? WireLink.PACKAGE : "irel:seeAlso", links.size()));
        }
        return links;
    }

    private static @Nullable Instant later(Management management, @Nullable NitfText nitf) {
        Instant one = management.embargoedUntil();
        Instant other = nitf == null ? null : nitf.embargoedUntil();
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }

    private static String either(String one, String other) {
        return one.isEmpty() ? other : one;
    }
}
