package org.broadsheet.ingest.nitf;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.words.Bylines;
import org.broadsheet.ingest.words.EditorNotes;
import org.broadsheet.ingest.words.EnclosedPicture;
import org.broadsheet.ingest.words.PurposeReading;
import org.broadsheet.ingest.words.StoryWords;
import org.broadsheet.ingest.words.VersionNumber;
import org.jspecify.annotations.Nullable;

/// Reads one document of its own: the story and the pictures in it.
final class NitfDocument {

    private static final int LONGEST_GUID = 1_000;

    private final Copy copy;
    private final Set<String> remarks;

    NitfDocument(Copy copy, List<String> remarks) {
        this.copy = copy;
        this.remarks = new LinkedHashSet<>(remarks);
    }

    Reading read(Markup.Element nitf) throws Unreadable {
        Docdata docdata = Docdata.of(nitf, remark -> {});
        Markup.Element data = docdata.data();
        String guid = guid(nitf, data);
        NitfText text = NitfText.read(nitf, remarks::add);
        VersionNumber version = VersionNumber.of(data.attributeAt("du-key", "version"), remarks::add);
        List<EditorNote> notes = new ArrayList<>(text.notes());
        Instant made = docdata.issued() == null ? copy.receivedAt() : docdata.issued();
        EditorNotes meant = EditorNotes.read(notes, made, remarks::add);
        if (!text.summary().isEmpty()) {
            notes.add(new EditorNote("abstract", text.summary()));
        }
        StoryWords words = StoryWords.of(headline(nitf, text), text.dateline(), text.body());
        Management management = Management.of(data, guid, docdata.status(), remarks::add);
        if (management.status() != Status.CANCELED && meant.kill()) {
            remarks.add("A note to editors takes the item back, but its status does not");
        }
        NitfRights rights = NitfRights.of(data, text.rights());
        String slugline = slugline(data);

        WireItem item = words.into(WireItem.builder(copy.feed(), provider(data, text), guid, version.number()))
                .status(management.status())
                .purpose(management.purpose(
                        PurposeReading.of(management.status(), List.of(), words.headlineTags(), meant, slugline)))
                .versionCreated(docdata.issued())
                .receivedAt(copy.receivedAt())
                .embargoedUntil(meant.embargo(docdata.embargoedUntil()))
                .expiresAt(docdata.expires())
                .urgency(urgency(data.attributeAt("urgency", "ed-urg")))
                .slugline(slugline)
                .language(language(nitf))
                .bylines(Bylines.names(text.bylines()))
                .creditLine(text.distributor())
                .copyrightHolder(rights.holder())
                .copyrightNotice(rights.notice())
                .usageTerms(rights.usage())
                .editorNotes(notes)
                .subjects(NitfSubjects.of(nitf, data))
                .links(management.links())
                .remarks(List.copyOf(remarks))
                .build();
        List<ParsedItem> items = EnclosedPicture.apart(
                new ParsedItem(item, ContentHash.of(nitf), null, version.stated(), null), text.pictures());
        return text.files().isEmpty()
                ? new Reading.Items(items, List.of())
                : new Reading.Several(items, text.files(), List.of());
    }

    private static String guid(Markup.Element nitf, Markup.Element data) throws Unreadable {
        String guid = data.attributeAt("doc-id", "id-string");
        guid = guid.isEmpty() ? data.attributeAt("du-key", "key") : guid;
        guid = guid.isEmpty() ? nitf.attribute("uno") : guid;
        if (guid.isEmpty()) {
            throw new Unreadable("The NITF document has neither a doc-id nor a du-key: nobody could find it again");
        }
        if (guid.length() > LONGEST_GUID) {
            throw new Unreadable("The doc-id has more than " + LONGEST_GUID + " characters");
        }
        return guid;
    }

    private String provider(Markup.Element data, NitfText text) {
        String source = data.attributeAt("doc-id", "regsrc");
        source = source.isEmpty() ? text.distributor() : source;
        if (source.isEmpty()) {
            remarks.add("It names no provider; the feed stands for it");
            return copy.feed();
        }
        return source;
    }

    private String headline(Markup.Element nitf, NitfText text) {
        if (!text.headline().isEmpty()) {
            return text.headline();
        }
        String title = nitf.wordsAt("head", "title");
        if (!title.isEmpty()) {
            remarks.add("It has no headline; the title stands for it");
        }
        return title;
    }

    /// The dynamic use key names the running story; a single keyword does the same at some agencies.
    private static String slugline(Markup.Element data) {
        String key = data.attributeAt("du-key", "key");
        Markup.Element list = data.first("key-list");
        if (key.isEmpty() && list != null && list.all("keyword").size() == 1) {
            key = list.attributeAt("keyword", "key");
        }
        return key;
    }

    private @Nullable Integer urgency(String sent) {
        if (sent.isEmpty()) {
            return null;
        }
        if (sent.length() == 1 && sent.charAt(0) >= '1' && sent.charAt(0) <= '9') {
            return sent.charAt(0) - '0';
        }
        remarks.add("The urgency is not 1 to 9: " + sent);
        return null;
    }

    private static String language(Markup.Element nitf) {
        String language = nitf.attribute("lang");
        return language.isEmpty() ? nitf.attribute("baselang") : language;
    }

    /// What the document does to itself and to others.
    ///
    /// @param status its own
    /// @param grave what it is for because of the others; `null` where its own words say so
    private record Management(Status status, @Nullable Purpose grave, List<WireLink> links) {

        static Management of(
                Markup.Element data, String guid, Status status, java.util.function.Consumer<String> remark) {
            List<WireLink> links = new ArrayList<>();
            Status own = status;
            Purpose grave = null;
            String other = data.attribute("management-doc-idref");
            String become = data.attribute("management-idref-status").toLowerCase(Locale.ROOT);
            boolean gone = List.of("canceled", "cancelled", "killed", "kill", "withdrawn", "withheld")
                    .contains(become);
            if (!other.isEmpty() && other.equals(guid)) {
                own = gone ? Status.CANCELED : own;
            } else if (!other.isEmpty()) {
                String rel = gone ? WireLink.KILLS : rel(become);
                links.add(new WireLink(other, rel, 0));
                grave = gone ? Purpose.KILL : rel.equals(WireLink.CORRECTS) ? Purpose.CORRECTION : null;
                remark.accept(
                        gone
                                ? "It takes back another document: " + other
                                : "It says of another document (" + other + ") that it is "
                                        + (become.isEmpty() ? "meant" : become));
            }
            for (Markup.Element correction : data.all("correction")) {
                String corrected = correction.attribute("id-string");
                if (!corrected.isEmpty()
                        && !corrected.equals(guid)
                        && links.stream().noneMatch(link -> link.guid().equals(corrected))) {
                    links.add(new WireLink(corrected, WireLink.CORRECTS, links.size()));
                }
                grave = grave == Purpose.KILL ? grave : Purpose.CORRECTION;
            }
            return new Management(own, grave, links);
        }

        Purpose purpose(Purpose said) {
            return grave == null || said == Purpose.KILL ? said : grave;
        }

        private static String rel(String become) {
            return switch (become) {
                case "corrected", "correction" -> WireLink.CORRECTS;
                case "updated", "update", "replaced", "superseded" -> WireLink.UPDATES;
                default -> "irel:seeAlso";
            };
        }
    }
}
