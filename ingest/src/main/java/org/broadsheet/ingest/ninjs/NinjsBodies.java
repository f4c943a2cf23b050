package org.broadsheet.ingest.ninjs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.json.JsonFields;
import org.broadsheet.ingest.json.JsonText;
import org.broadsheet.ingest.markup.BodyReader;
import org.broadsheet.ingest.markup.HtmlReader;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.MarkupReader;
import org.broadsheet.ingest.markup.PlainText;
import org.broadsheet.ingest.words.TextLetters;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The text of an item: the same words may come as HTML, as NITF and as plain text. The first with mark-up is taken,
/// unless a plain one says more; what another one says besides is remarked.
final class NinjsBodies {

    private static final MarkupReader XML = new MarkupReader(10 * 1024 * 1024);

    /// How much longer a plain text must be to count as the whole of which the marked-up one is a part.
    private static final double SAYS_MORE = 1.05;

    private final String said;
    private final Consumer<String> remark;

    /// @param said what the item says in fields of its own, headline and byline: NITF says it again
    NinjsBodies(String said, Consumer<String> remark) {
        this.said = TextLetters.of(said);
        this.remark = remark;
    }

    /// The texts an item carries under a name: `body_text`, `body_xhtml` … (1.x), `bodies` (2.x, 3.x).
    static List<Text> texts(JsonFields item, String single, String plural) {
        List<Text> texts = new ArrayList<>();
        String alone = JsonText.of(item.value(single));
        if (!alone.isBlank()) {
            texts.add(new Text("", "", alone));
        }
        item.beginningWith(single + "_").forEach((role, value) -> add(role, "", value, texts));
        for (JsonNode entry : item.list(plural)) {
            JsonFields fields = new JsonFields(entry);
            JsonNode value = entry.isObject() ? fields.value("value") : entry;
            add(fields.text("role"), fields.text("contenttype", "mimetype"), value, texts);
        }
        return texts;
    }

    private static void add(String role, String type, @Nullable JsonNode value, List<Text> into) {
        String text = JsonText.of(value);
        if (!text.isBlank()) {
            into.add(new Text(role.toLowerCase(Locale.ROOT), type.toLowerCase(Locale.ROOT), text));
        }
    }

    Body read(List<Text> texts) {
        Body marked = Body.EMPTY;
        Text of = null;
        for (Text text : texts) {
            if (!text.isPlain()) {
                marked = blocks(text);
                of = text;
                if (!marked.blocks().isEmpty()) {
                    break;
                }
            }
        }
        Text longest = null;
        for (Text text : texts) {
            if (text.isPlain()
                    && (longest == null
                            || text.value().length() > longest.value().length())) {
                longest = text;
            }
        }
        String letters = TextLetters.of(marked.plainText());
        Body taken = marked;
        if (longest != null) {
            String plain = TextLetters.of(longest.value());
            if (plain.length() > letters.length() * SAYS_MORE) {
                if (!letters.isEmpty()) {
                    remark.accept("Its plain text says more than its HTML and was taken");
                }
                taken = new Body(PlainText.blocks(longest.value()));
                letters = plain;
                of = longest;
            }
        }
        for (Text text : texts) {
            if (text != of && text.isPlain() && !letters.contains(TextLetters.of(text.value()))) {
                remark.accept("It carries another text (" + text.called() + ") that says something else: "
                        + "%,d characters that were not taken"
                                .formatted(text.value().length()));
            }
        }
        return taken;
    }

    /// The words of a text on a few lines, its mark-up left behind.
    String words(Text text) {
        return text.isPlain() ? text.value().strip() : blocks(text).plainText();
    }

    private Body blocks(Text text) {
        BodyReader reader = new BodyReader();
        List<Block> blocks;
        try {
            blocks = reader.read(text.isXml() ? bodyOf(xml(text.value())) : HtmlReader.read(text.value()));
        } catch (Unreadable e) {
            remark.accept("Its " + text.called() + " could not be read as it is marked up: " + e.reason());
            return new Body(PlainText.blocks(text.value()));
        }
        reader.remarks().forEach(remark);
        return new Body(blocks);
    }

    private Markup.Element xml(String value) throws Unreadable {
        return XML.read(withoutDeclaration(value).getBytes(StandardCharsets.UTF_8), remark);
    }

    /// A declaration names a charset that a text in JSON no longer has.
    private static String withoutDeclaration(String xml) {
        String stripped = xml.strip();
        int end = stripped.startsWith("<?xml") ? stripped.indexOf("?>") : -1;
        return end < 0 ? stripped : stripped.substring(end + 2);
    }

    /// The body of a NITF document, its head only as far as it says something new.
    private Markup.Element bodyOf(Markup.Element root) {
        Markup.Element body = root.name().equals("nitf") ? root.first("body") : null;
        if (body == null) {
            return root;
        }
        List<Markup> content = new ArrayList<>();
        for (Markup.Element part : body.elements()) {
            if (part.name().equals("body.head")) {
                part.elements().stream().filter(this::isNew).forEach(content::add);
            } else {
                content.add(part);
            }
        }
        return new Markup.Element("body", body.attributes(), content);
    }

    private boolean isNew(Markup.Element head) {
        return !said.contains(TextLetters.of(head.words()));
    }

    /// One rendition of a text.
    ///
    /// @param role what the agency calls it, in small letters; empty where it does not
    /// @param type its media type, in small letters; empty where not stated
    /// @param value its characters
    record Text(String role, String type, String value) {

        boolean isXml() {
            return type.contains("nitf") || value.stripLeading().startsWith("<nitf") || isOtherXml();
        }

        private boolean isOtherXml() {
            return type.endsWith("xml") && !type.contains("xhtml");
        }

        boolean isPlain() {
            if (type.contains("html") || isXml() || role.contains("html") || role.equals("richtext")) {
                return false;
            }
            if (type.equals("text/plain")) {
                return true;
            }
            String start = value.stripLeading();
            return !(start.startsWith("<") && (start.contains("</") || start.contains("/>")));
        }

        String called() {
            return role.isEmpty() ? (type.isEmpty() ? "text" : type) : role;
        }
    }
}
