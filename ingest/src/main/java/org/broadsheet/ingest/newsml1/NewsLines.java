package org.broadsheet.ingest.newsml1;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.ingest.markup.Markup;

/// The lines that stand above and below the content, gathered from components: the first of a sort counts, and where
/// it may be many, all of them.
final class NewsLines {

    private final List<Markup.Element> lines = new ArrayList<>();
    private final String language;

    /// @param language the item's, of which a line may be sent in several
    NewsLines(String language) {
        this.language = language;
    }

    String language() {
        return language;
    }

    void add(Markup.Element component) {
        component.all("NewsLines").forEach(all -> lines.addAll(all.elements()));
    }

    /// The first line of a name in the item's language, else the first at all; empty where there is none.
    String first(String name) {
        String first = "";
        for (Markup.Element line : lines) {
            if (line.name().equals(name) && !line.words().isEmpty()) {
                String tag = line.attribute("lang");
                if (tag.isEmpty() || tag.equalsIgnoreCase(language)) {
                    return line.words();
                }
                first = first.isEmpty() ? line.words() : first;
            }
        }
        return first;
    }

    /// All lines of a name, each once.
    List<String> all(String name) {
        Set<String> all = new LinkedHashSet<>();
        for (Markup.Element line : lines) {
            if (line.name().equals(name) && !line.words().isEmpty()) {
                all.add(line.words());
            }
        }
        return List.copyOf(all);
    }

    /// Who signs: a title stands in a line of its own behind its person's.
    List<String> bylines() {
        List<String> bylines = new ArrayList<>();
        for (Markup.Element line : lines) {
            String words = line.words();
            if (words.isEmpty()) {
                continue;
            }
            if (line.name().equals("ByLine")) {
                if (!bylines.contains(words)) {
                    bylines.add(words);
                }
            } else if (line.name().equals("ByLineTitle") && !bylines.isEmpty()) {
                String titled = bylines.getLast() + ", " + words;
                bylines.set(bylines.size() - 1, titled);
            }
        }
        return bylines;
    }

    /// Lines of the agency's own sorts (`NewsLine`) but captions, with their sort as the role.
    List<EditorNote> notes() {
        Set<EditorNote> notes = new LinkedHashSet<>();
        for (Markup.Element line : lines) {
            if (line.name().equals("NewsLine") && !isCaption(line)) {
                for (Markup.Element text : line.all("NewsLineText")) {
                    if (!text.words().isEmpty()) {
                        notes.add(new EditorNote(line.attributeAt("NewsLineType", "FormalName"), text.words()));
                    }
                }
            }
        }
        return List.copyOf(notes);
    }

    /// The caption in a line of the agency's own sort; empty where there is none.
    String caption() {
        for (Markup.Element line : lines) {
            if (line.name().equals("NewsLine") && isCaption(line)) {
                return line.wordsAt("NewsLineText");
            }
        }
        return "";
    }

    private static boolean isCaption(Markup.Element line) {
        return line.attributeAt("NewsLineType", "FormalName")
                .toLowerCase(Locale.ROOT)
                .contains("caption");
    }
}
