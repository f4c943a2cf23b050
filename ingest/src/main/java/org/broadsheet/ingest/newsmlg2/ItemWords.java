package org.broadsheet.ingest.newsmlg2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Inline;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.nitf.NitfText;
import org.broadsheet.ingest.words.Bylines;

/// Chooses among the words of an item, which may be sent in several languages, roles and places.
final class ItemWords {

    private static final String CAPTION = "drol:caption";

    private final Markup.Element item;
    private final Markup.Element itemMeta;
    private final Markup.Element contentMeta;
    private final Catalog catalog;
    private final String language;
    private final ContentReader content;

    ItemWords(Markup.Element item, Catalog catalog, String language, ContentReader content) {
        this.item = item;
        this.itemMeta = meta(item, "itemMeta");
        this.contentMeta = meta(item, "contentMeta");
        this.catalog = catalog;
        this.language = language;
        this.content = content;
    }

    static Markup.Element meta(Markup.Element item, String name) {
        Markup.Element found = item.first(name);
        return found == null ? Markup.Element.NONE : found;
    }

    /// The headline that leads, else the one inside the text, else the title.
    String headline(Consumer<String> remark) {
        List<Markup.Element> leading =
                contentMeta.all("headline").stream().filter(this::leads).toList();
        String headline = inLanguage(leading.isEmpty() ? contentMeta.all("headline") : leading);
        NitfText nitf = content.nitf();
        if (headline.isEmpty() && nitf != null) {
            headline = nitf.headline();
        }
        if (headline.isEmpty() && itemMeta.first("title") != null) {
            headline = inLanguage(itemMeta.all("title"));
            if (!headline.isEmpty()) {
                remark.accept("It has no headline; the title stands for it");
            }
        }
        return headline;
    }

    /// Whether a headline is not one that stands below or beside the leading one.
    private boolean leads(Markup.Element headline) {
        String role = catalog.code(headline, "role");
        return role.isEmpty() || role.endsWith(":main") || role.endsWith(":headline");
    }

    /// The dateline in its own field, else in the head of the text; empty where there is none.
    String dateline() {
        String field = contentMeta.wordsAt("dateline");
        NitfText nitf = content.nitf();
        return field.isEmpty() && nitf != null ? nitf.dateline() : field;
    }

    /// The text. Where the item has none, as films and packages have none, its descriptions are the text.
    Body body(Kind kind) {
        List<Block> text = content.body().blocks();
        List<Block> decks = decks();
        if (!text.isEmpty() || kind == Kind.PICTURE) {
            decks.addAll(text);
            return new Body(decks);
        }
        List<Block> described = decks;
        for (Markup.Element description : spoken(contentMeta.all("description"))) {
            if (!description.words().isEmpty()) {
                described.add(Block.Paragraph.of(description.words()));
            }
        }
        return new Body(described);
    }

    /// Headlines that stand below the leading one, as sub-heads before the text.
    private List<Block> decks() {
        List<Block> decks = new ArrayList<>();
        List<Markup.Element> headlines = contentMeta.all("headline");
        if (headlines.stream().anyMatch(this::leads)) {
            for (Markup.Element headline : spoken(headlines)) {
                if (!leads(headline) && !headline.words().isEmpty()) {
                    decks.add(new Block.Subhead(List.of(Inline.Text.of(headline.words()))));
                }
            }
        }
        return decks;
    }

    /// The caption of a picture: the description that is one, else the first.
    String caption() {
        List<Markup.Element> descriptions = contentMeta.all("description");
        List<Markup.Element> captions = descriptions.stream()
                .filter(description -> catalog.code(description, "role").equals(CAPTION))
                .toList();
        return inLanguage(captions.isEmpty() ? descriptions : captions);
    }

    /// Notes to editors, wherever agencies put them, with their roles.
    List<EditorNote> notes() {
        List<EditorNote> notes = new ArrayList<>();
        notes(itemMeta, notes);
        notes(contentMeta, notes);
        for (Markup.Element place : item.elements()) {
            if (!place.name().equals("itemMeta") && !place.name().equals("contentMeta")) {
                notes(place, notes);
            }
        }
        notes(item, notes);
        NitfText nitf = content.nitf();
        if (nitf != null) {
            notes.addAll(nitf.notes());
        }
        return notes;
    }

    /// Descriptions that are neither text nor caption, kept for the desk.
    List<EditorNote> summaries(Kind kind) {
        if (contentMeta.first("description") == null) {
            return List.of();
        }
        List<EditorNote> summaries = new ArrayList<>();
        String text = kind == Kind.PICTURE ? caption() : content.body().plainText();
        if (text.isEmpty()) {
            return summaries;
        }
        for (Markup.Element description : spoken(contentMeta.all("description"))) {
            String words = description.words();
            if (!words.isEmpty() && !text.contains(words)) {
                summaries.add(new EditorNote(catalog.code(description, "role"), words));
            }
        }
        return summaries;
    }

    /// Who signs: `by`, else the byline inside the text, else the creators by name.
    List<String> bylines(Kind kind) {
        List<String> names = Bylines.names(
                contentMeta.all("by").stream().map(Markup.Element::words).toList());
        NitfText nitf = content.nitf();
        if (names.isEmpty() && nitf != null) {
            names = Bylines.names(nitf.bylines());
        }
        if (names.isEmpty() && kind != Kind.PACKAGE) {
            names = Bylines.names(contentMeta.all("creator").stream()
                    .map(creator -> SubjectReader.name(creator, ""))
                    .toList());
        }
        return names;
    }

    /// What has no field of its own and the desk may still want to know: who else worked on it, and where a small
    /// picture of it lies.
    List<String> besides() {
        List<String> besides = new ArrayList<>();
        for (Markup.Element contributor : contentMeta.all("contributor")) {
            String name = SubjectReader.name(contributor, language);
            String who = name.isEmpty() ? catalog.code(contributor) : name;
            String role = catalog.code(contributor, "role");
            String job = role.isEmpty() ? catalog.code(contributor, "jobtitle") : role;
            if (!who.isEmpty()) {
                besides.add("Contributor: " + who + (job.isEmpty() ? "" : " (" + job + ")"));
            }
        }
        for (Markup.Element icon : contentMeta.all("icon")) {
            if (!icon.attribute("href").isBlank()) {
                besides.add("A small picture of it lies at "
                        + icon.attribute("href").strip());
            }
        }
        return besides;
    }

    /// `creditline`, else the sources of information by name, else the distributor inside the text.
    String creditLine() {
        String line = contentMeta.wordsAt("creditline");
        if (line.isEmpty()) {
            line = String.join(
                    ", ",
                    contentMeta.all("infoSource").stream()
                            .map(source -> SubjectReader.name(source, language))
                            .filter(name -> !name.isEmpty())
                            .distinct()
                            .toList());
        }
        NitfText nitf = content.nitf();
        return line.isEmpty() && nitf != null ? nitf.distributor() : line;
    }

    private void notes(Markup.Element place, List<EditorNote> notes) {
        for (Markup.Element note : place.all("edNote")) {
            if (!note.words().isEmpty()) {
                notes.add(new EditorNote(catalog.code(note, "role"), note.words()));
            }
        }
    }

    /// Those in the item's language, else all.
    private List<Markup.Element> spoken(List<Markup.Element> elements) {
        List<Markup.Element> spoken =
                elements.stream().filter(this::isInLanguage).toList();
        return spoken.isEmpty() ? elements : spoken;
    }

    private boolean isInLanguage(Markup.Element element) {
        String tag = element.attribute("lang");
        return tag.isEmpty()
                || language.isEmpty()
                || SubjectReader.primary(tag).equals(SubjectReader.primary(language));
    }

    /// The words of the element in the item's very language, else in one near to it, else of the first; empty where
    /// there is none.
    private String inLanguage(List<Markup.Element> elements) {
        String near = "";
        for (Markup.Element element : elements) {
            String tag = element.attribute("lang");
            String words = element.words();
            if (words.isEmpty()) {
                continue;
            }
            if (tag.isEmpty() || tag.equalsIgnoreCase(language)) {
                return words;
            }
            near = near.isEmpty() && isInLanguage(element) ? words : near;
        }
        if (!near.isEmpty()) {
            return near;
        }
        return elements.isEmpty() ? "" : firstWords(elements);
    }

    private static String firstWords(List<Markup.Element> elements) {
        return elements.stream()
                .map(Markup.Element::words)
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
    }
}
