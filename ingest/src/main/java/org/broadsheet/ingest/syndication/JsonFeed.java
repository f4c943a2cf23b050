package org.broadsheet.ingest.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.json.JsonFields;
import org.broadsheet.ingest.json.JsonHash;
import org.broadsheet.ingest.json.JsonReader;
import org.broadsheet.ingest.json.JsonText;
import org.broadsheet.ingest.syndication.Marked.Sort;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// JSON Feed 1 and 1.1 (jsonfeed.org).
@Component
@Order(60)
class JsonFeed implements Format {

    private static final String VERSION = "jsonfeed.org/version/";

    /// What tells a JSON Feed from ninjs early: the one has the version of its standard, the other its uri.
    private static final Set<String> TELLING = Set.of("version", "uri");

    private final SyndicationLimits limits;
    private final JsonReader reader;

    JsonFeed(SyndicationLimits limits) {
        this.limits = limits;
        this.reader = new JsonReader(Math.toIntExact(limits.largest().toBytes()));
    }

    @Override
    public String name() {
        return "JSON Feed";
    }

    @Override
    public boolean recognises(Copy copy) {
        if (!JsonReader.begins(copy.bytes())) {
            return false;
        }
        JsonReader.Property telling = reader.first(copy.bytes(), TELLING);
        return telling != null && telling.text().contains(VERSION);
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        List<String> remarks = new ArrayList<>();
        JsonNode root = reader.read(copy.bytes(), remarks::add);
        JsonFields feed = new JsonFields(root);
        FeedHead head = FeedHead.NONE
                .withLanguage(feed.text("language"))
                .withAuthor(String.join(" and ", authors(feed)))
                .withBase(feed.text("home_page_url"));
        List<JsonNode> items = feed.list("items");
        if (items.size() > limits.most()) {
            throw limits.tooMany();
        }
        EntryReader entries = new EntryReader(copy);
        List<ParsedItem> read = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        int number = 0;
        for (JsonNode item : items.subList(0, Math.min(items.size(), limits.atOnce()))) {
            number++;
            try {
                read.addAll(entries.read(entry(item, remarks), head));
            } catch (Unreadable e) {
                unread.add("Entry " + number + " of the feed: " + e.reason());
            }
        }
        if (read.isEmpty() && !unread.isEmpty()) {
            throw new Unreadable(String.join(". ", unread.subList(0, Math.min(unread.size(), 20))));
        }
        return items.size() > limits.atOnce()
                ? new Reading.Several(read, rest(copy, (ObjectNode) root, items), unread)
                : new Reading.Items(read, unread);
    }

    /// What a very long feed holds beyond the entries that are settled in one go, as feeds of the same head.
    private List<EnclosedFile> rest(Copy copy, ObjectNode root, List<JsonNode> items) {
        List<EnclosedFile> parts = new ArrayList<>();
        for (int from = limits.atOnce(); from < items.size(); from += limits.atOnce()) {
            ObjectNode part = JsonMapper.shared().createObjectNode();
            root.forEachEntry((name, value) -> {
                if (!name.equals("items")) {
                    part.set(name, value);
                }
            });
            ArrayNode some = part.putArray("items");
            items.subList(from, Math.min(items.size(), from + limits.atOnce())).forEach(some::add);
            parts.add(new EnclosedFile(
                    "part " + (parts.size() + 2) + " of " + copy.name(),
                    JsonMapper.shared().writeValueAsBytes(part)));
        }
        return parts;
    }

    private static Entry entry(JsonNode sent, List<String> feedRemarks) throws Unreadable {
        if (!sent.isObject()) {
            throw new Unreadable("It is no object");
        }
        JsonFields fields = new JsonFields(sent);
        List<String> remarks = new ArrayList<>(feedRemarks);
        MediaReader media = new MediaReader(remarks::add);
        for (JsonNode attachment : fields.list("attachments")) {
            JsonFields file = new JsonFields(attachment);
            media.attached(file.text("url"), file.text("mime_type"), file.text("size_in_bytes"));
        }
        String image = fields.text("image");
        String banner = fields.text("banner_image");
        if (!image.isEmpty() || !banner.isEmpty()) {
            media.attached(image.isEmpty() ? banner : image, "image/*", "");
        }
        return new Entry(
                fields.text("id"),
                fields.text("url", "external_url"),
                Marked.of(Sort.PLAIN, fields.text("title")),
                texts(fields),
                summary(fields),
                fields.text("date_published"),
                fields.text("date_modified"),
                authors(fields),
                fields.list("tags").stream()
                        .map(JsonText::of)
                        .filter(tag -> !tag.isBlank())
                        .map(tag -> new Subject("", Subject.Kind.TOPIC, tag))
                        .toList(),
                fields.text("language"),
                "",
                "",
                "",
                media.pictures(),
                remarks,
                JsonHash.of(sent, Set.of()));
    }

    private static List<Marked> texts(JsonFields fields) {
        List<Marked> texts = new ArrayList<>();
        String html = JsonText.of(fields.value("content_html"));
        String plain = JsonText.of(fields.value("content_text"));
        if (!html.isBlank()) {
            texts.add(Marked.of(Sort.HTML, html));
        }
        if (!plain.isBlank()) {
            texts.add(Marked.of(Sort.PLAIN, plain));
        }
        return texts;
    }

    private static List<Marked> summary(JsonFields fields) {
        String summary = JsonText.of(fields.value("summary"));
        return summary.isBlank() ? List.of() : List.of(Marked.of(Sort.PLAIN, summary));
    }

    private static List<String> authors(JsonFields fields) {
        return fields.list("authors", "author").stream()
                .map(author -> author.isObject()
                        ? new JsonFields(author).text("name")
                        : JsonText.of(author).strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }
}
