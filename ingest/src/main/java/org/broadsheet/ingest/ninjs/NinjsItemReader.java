package org.broadsheet.ingest.ninjs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.core.wire.WireItemBuilder;
import org.broadsheet.core.wire.WirePicture;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.json.JsonFields;
import org.broadsheet.ingest.json.JsonHash;
import org.broadsheet.ingest.json.JsonText;
import org.broadsheet.ingest.words.Bylines;
import org.broadsheet.ingest.words.EditorNotes;
import org.broadsheet.ingest.words.Moments;
import org.broadsheet.ingest.words.OfferedPicture;
import org.broadsheet.ingest.words.PictureWords;
import org.broadsheet.ingest.words.PurposeReading;
import org.broadsheet.ingest.words.StoryWords;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads one ninjs item and the items that come inside it. What an agency got wrong in a field is remarked; only an
/// item nobody could find again (no `uri`) is refused.
final class NinjsItemReader {

    private static final int LONGEST_GUID = 1_000;
    private static final int DEEPEST_ASSOCIATION = 10;

    /// Not part of an item's own content: what it comes with is told apart by itself.
    private static final Set<String> NOT_ITS_OWN = Set.of("associations", "charcount", "wordcount");

    private final Copy copy;
    private final List<String> documentRemarks;

    NinjsItemReader(Copy copy, List<String> documentRemarks) {
        this.copy = copy;
        this.documentRemarks = documentRemarks;
    }

    /// The item, then those that came inside it, each with a version of its own.
    List<ParsedItem> read(JsonNode item) throws Unreadable {
        List<ParsedItem> read = new ArrayList<>();
        read(item, Around.NOTHING, read);
        return read;
    }

    private void read(JsonNode sent, Around around, List<ParsedItem> into) throws Unreadable {
        if (!sent.isObject()) {
            throw new Unreadable("It is no object, as every ninjs item is");
        }
        Set<String> remarks = new LinkedHashSet<>(around.depth() == 0 ? documentRemarks : List.of());
        JsonFields fields = new JsonFields(sent);
        String guid = guid(fields, around, remarks);
        NinjsHeadlines headlines = NinjsHeadlines.of(fields, remarks);
        String byline = fields.text("byline", "by");
        NinjsBodies bodies = new NinjsBodies(headlines.main() + " " + byline, remarks::add);
        List<NinjsBodies.Text> texts = NinjsBodies.texts(fields, "body", "bodies");
        Map<String, JsonNode> renditions = fields.named("renditions");
        Map<String, JsonNode> associations = fields.named("associations");
        Kind kind = kind(fields, texts, renditions, associations, remarks);
        NinjsDescriptions descriptions = NinjsDescriptions.of(fields, bodies);
        Instant versionCreated = moment(fields, "versioncreated", remarks);
        Instant made = versionCreated == null ? copy.receivedAt() : versionCreated;
        List<EditorNote> notes = notes(fields);
        EditorNotes meant = EditorNotes.read(notes, made, remarks::add);
        Status status = status(fields, around, remarks);
        if (status != Status.CANCELED && meant.kill()) {
            remarks.add("A note to editors takes the item back, but its status does not");
        }
        Body body = body(kind, texts, bodies, descriptions, remarks);
        StoryWords words = StoryWords.of(headlines.main(), fields.text("located"), body);
        String creditLine = creditLine(fields, descriptions);
        List<OfferedPicture> forms = NinjsRenditions.of(renditions);
        OfferedPicture.Beside file = kind == Kind.PICTURE ? OfferedPicture.choose(forms, remarks::add) : null;
        WirePicture picture = kind == Kind.PICTURE
                ? PictureWords.of(file == null ? "" : file.name(), descriptions.caption(), creditLine, remarks::add)
                        .with("", OfferedPicture.kept(forms))
                : null;
        NinjsRights rights = NinjsRights.of(fields, remarks);
        String slugline = fields.text("slugline");
        List<String> signals = NinjsSubjects.names(fields.list("signal", "signals"));
        Purpose purpose = isPlan(fields)
                ? Purpose.ADVISORY
                : PurposeReading.of(status, signals, words.headlineTags(), meant, slugline);
        List<EditorNote> allNotes = new ArrayList<>(notes);
        allNotes.addAll(headlines.others());
        allNotes.addAll(descriptions.besides(kind, headlines.main(), body));
        Version version = version(fields, versionCreated, around, remarks);
        Instant embargo = meant.embargo(embargo(fields, around, remarks));
        List<WireLink> links = new ArrayList<>();
        List<ParsedItem> inside =
                inside(associations, new Around(guid, around.depth() + 1, status, embargo), kind, links, remarks);
        WireItemBuilder read = words.into(WireItem.builder(copy.feed(), provider(fields), guid, version.number()))
                .kind(kind)
                .status(status)
                .purpose(purpose)
                .firstCreated(
                        either(moment(fields, "firstcreated", remarks), moment(fields, "contentcreated", remarks)))
                .versionCreated(versionCreated)
                .receivedAt(copy.receivedAt())
                .embargoedUntil(embargo)
                .expiresAt(moment(fields, "expires", remarks))
                .urgency(urgency(fields, remarks))
                .slugline(slugline)
                .language(fields.text("language"))
                .bylines(Bylines.names(List.of(byline)))
                .creditLine(creditLine)
                .copyrightHolder(rights.holder())
                .copyrightNotice(rights.notice())
                .usageTerms(rights.usage())
                .editorNotes(allNotes)
                .signals(signals)
                .subjects(NinjsSubjects.of(fields))
                .links(links)
                .picture(picture);
        sayWhatIsNotKnown(fields, remarks);
        into.add(new ParsedItem(
                read.remarks(List.copyOf(remarks)).build(),
                JsonHash.of(sent, NOT_ITS_OWN),
                file == null ? null : file.size(),
                version.stated(),
                null));
        into.addAll(inside);
    }

    private String guid(JsonFields fields, Around around, Set<String> remarks) throws Unreadable {
        String guid = fields.text("uri");
        if (guid.isEmpty()) {
            guid = fields.text("guid");
            if (!guid.isEmpty()) {
                remarks.add("It has no uri; its guid stands for it");
            }
        }
        if (guid.isEmpty() && around.depth() > 0) {
            guid = around.guid() + "#" + fields.text("name");
        }
        if (guid.isEmpty()) {
            throw new Unreadable("The JSON has no uri, as every ninjs item has, and is no JSON Feed");
        }
        if (guid.length() > LONGEST_GUID) {
            throw new Unreadable("The uri has more than " + LONGEST_GUID + " characters");
        }
        return guid;
    }

    /// The version as sent; where none is, the moment it was made counts, and without that the content decides.
    private static Version version(
            JsonFields fields, @Nullable Instant versionCreated, Around around, Set<String> remarks) {
        String sent = fields.text("version");
        String whole = sent.endsWith(".0") ? sent.substring(0, sent.length() - 2) : sent;
        if (!whole.isEmpty() && whole.length() <= 18 && whole.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Version(Long.parseLong(whole), true);
        }
        if (!sent.isEmpty()) {
            remarks.add("Its version is no whole number: " + sent.substring(0, Math.min(sent.length(), 60))
                    + "; the moment it was made counts");
        }
        if (around.depth() > 0) {
            return new Version(0, false);
        }
        return versionCreated == null ? new Version(1, false) : new Version(versionCreated.toEpochMilli(), true);
    }

    /// Who sent it, where the item says so; else the feed stands for it.
    private String provider(JsonFields fields) {
        String named = JsonText.of(fields.value("provider")).strip();
        for (JsonNode source : fields.list("infosource", "infosources")) {
            JsonFields party = new JsonFields(source);
            if (named.isEmpty()
                    && party.text("rel", "role").toLowerCase(Locale.ROOT).endsWith("provider")) {
                named = party.text("literal", "code", "name", "uri");
            }
        }
        return named.isEmpty() ? copy.feed() : named;
    }

    private static Kind kind(
            JsonFields fields,
            List<NinjsBodies.Text> texts,
            Map<String, JsonNode> renditions,
            Map<String, JsonNode> associations,
            Set<String> remarks) {
        String type = fields.text("type").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text" -> Kind.TEXT;
            case "picture", "graphic" -> Kind.PICTURE;
            case "composite" -> texts.isEmpty() && !associations.isEmpty() ? Kind.PACKAGE : Kind.TEXT;
            case "" -> texts.isEmpty() && NinjsRenditions.showAPicture(renditions) ? Kind.PICTURE : Kind.TEXT;
            default -> {
                remarks.add("It is of the type " + type + "; only its words are taken");
                yield Kind.TEXT;
            }
        };
    }

    /// An event or a planned coverage tells editors what will come; it is no news to print.
    private static boolean isPlan(JsonFields fields) {
        String type = fields.text("type").toLowerCase(Locale.ROOT);
        return type.equals("event") || type.equals("planning");
    }

    /// An item without a status is usable. A status nobody knows holds it back, as does one of the item around it.
    private static Status status(JsonFields fields, Around around, Set<String> remarks) {
        String sent = fields.text("pubstatus").toLowerCase(Locale.ROOT);
        Status own =
                switch (sent.substring(sent.indexOf(':') + 1)) {
                    case "", "usable" -> Status.USABLE;
                    case "withheld" -> Status.WITHHELD;
                    case "canceled", "cancelled" -> Status.CANCELED;
                    default -> {
                        remarks.add("Its status is not known (" + sent + "): taken as withheld");
                        yield Status.WITHHELD;
                    }
                };
        return own == Status.USABLE && around.status() == Status.WITHHELD ? Status.WITHHELD : own;
    }

    private static @Nullable Instant embargo(JsonFields fields, Around around, Set<String> remarks) {
        Instant own = null;
        for (String name : List.of("embargoed", "embargoeduntil")) {
            if (fields.has(name)) {
                Instant stated = Moments.embargo(fields.text(name), remarks::add);
                own = own == null || stated.isAfter(own) ? stated : own;
            }
        }
        Instant outer = around.embargo();
        return own == null || (outer != null && outer.isAfter(own)) ? outer : own;
    }

    private static @Nullable Integer urgency(JsonFields fields, Set<String> remarks) {
        String sent = fields.text("urgency");
        String whole = sent.endsWith(".0") ? sent.substring(0, sent.length() - 2) : sent;
        if (whole.isEmpty()) {
            return null;
        }
        if (whole.length() == 1 && whole.charAt(0) >= '1' && whole.charAt(0) <= '9') {
            return whole.charAt(0) - '0';
        }
        remarks.add("The urgency is not 1 to 9: " + sent.substring(0, Math.min(sent.length(), 60)));
        return null;
    }

    private static List<EditorNote> notes(JsonFields fields) {
        List<EditorNote> notes = new ArrayList<>();
        for (JsonNode note : fields.list("ednote", "ednotes")) {
            JsonFields parts = new JsonFields(note);
            String text =
                    note.isObject() ? parts.text("value") : JsonText.of(note).strip();
            if (!text.isEmpty()) {
                notes.add(new EditorNote(parts.text("role"), text));
            }
        }
        String reason = fields.text("embargoedreason");
        if (!reason.isEmpty()) {
            notes.add(new EditorNote("embargo", reason));
        }
        return notes;
    }

    private static Body body(
            Kind kind,
            List<NinjsBodies.Text> texts,
            NinjsBodies bodies,
            NinjsDescriptions descriptions,
            Set<String> remarks) {
        if (kind == Kind.PICTURE && texts.isEmpty()) {
            return Body.EMPTY;
        }
        Body body = bodies.read(texts);
        if (kind == Kind.TEXT && body.blocks().isEmpty() && descriptions.first() != null) {
            remarks.add("It has no text of its own; its description stands for it");
            return bodies.read(List.of(descriptions.first()));
        }
        return body;
    }

    private static String creditLine(JsonFields fields, NinjsDescriptions descriptions) {
        String own = fields.text("creditline", "credit");
        if (own.isEmpty()) {
            own = descriptions.creditLine();
        }
        return own.isEmpty() ? String.join("/", NinjsSubjects.names(fields.list("infosource", "infosources"))) : own;
    }

    /// Reads the items that came inside this one. One that only names another (a text without its words) is a link.
    private List<ParsedItem> inside(
            Map<String, JsonNode> associations, Around around, Kind kind, List<WireLink> links, Set<String> remarks) {
        List<ParsedItem> inside = new ArrayList<>();
        associations.forEach((name, sent) -> {
            JsonFields fields = new JsonFields(sent);
            String uri = fields.text("uri");
            boolean whole = NinjsRenditions.showAPicture(fields.named("renditions"))
                    || !NinjsBodies.texts(fields, "body", "bodies").isEmpty();
            String guid = uri.isEmpty() ? around.guid() + "#" + fields.text("name") : uri;
            if (!whole && uri.isEmpty()) {
                remarks.add("What it calls " + name + " is neither named by a uri nor here, and was left out");
                return;
            }
            links.add(new WireLink(guid, kind == Kind.PACKAGE ? WireLink.PACKAGE : name, links.size()));
            if (!whole || guid.equals(around.guid())) {
                return;
            }
            if (around.depth() > DEEPEST_ASSOCIATION) {
                remarks.add("Items stand more than " + DEEPEST_ASSOCIATION + " deep in each other; the inner ones "
                        + "were left out");
                return;
            }
            try {
                read(sent, around, inside);
            } catch (Unreadable e) {
                remarks.add("What it calls " + name + " could not be read: " + e.reason());
            }
        });
        return inside;
    }

    private static void sayWhatIsNotKnown(JsonFields fields, Set<String> remarks) {
        NinjsKnown.KNOWN.forEach(fields::value);
        List<String> unknown = fields.unasked();
        if (!unknown.isEmpty()) {
            remarks.add("It says something in fields that are not known here: "
                    + String.join(", ", unknown.subList(0, Math.min(unknown.size(), 20))));
        }
    }

    private static @Nullable Instant moment(JsonFields fields, String name, Set<String> remarks) {
        return Moments.read(name, fields.text(name), remarks::add);
    }

    private static @Nullable Instant either(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : one;
    }

    /// A version and whether the item states it.
    private record Version(long number, boolean stated) {}

    /// The item that another one came inside of: what holds it back holds the inner one too.
    private record Around(
            String guid, int depth, Status status, @Nullable Instant embargo) {
        static final Around NOTHING = new Around("", 0, Status.USABLE, null);
    }
}
