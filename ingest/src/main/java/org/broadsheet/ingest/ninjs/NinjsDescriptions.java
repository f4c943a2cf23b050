package org.broadsheet.ingest.ninjs;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.ingest.json.JsonFields;
import org.broadsheet.ingest.words.TextLetters;
import org.jspecify.annotations.Nullable;

/// The descriptions of an item: a picture's caption, a story's summary (`description_*` in 1.x, `descriptions` with
/// roles from 2.0 on). A summary that is no part of the text goes to the desk as a note that is never printed.
final class NinjsDescriptions {

    private static final List<String> CAPTIONS = List.of("caption", "main", "", "text", "richtext");

    private final List<NinjsBodies.Text> texts;
    private final NinjsBodies reader;

    private NinjsDescriptions(List<NinjsBodies.Text> texts, NinjsBodies reader) {
        this.texts = texts;
        this.reader = reader;
    }

    static NinjsDescriptions of(JsonFields item, NinjsBodies reader) {
        return new NinjsDescriptions(NinjsBodies.texts(item, "description", "descriptions"), reader);
    }

    /// The words below a picture: plain ones first, for mark-up has no place there.
    String caption() {
        NinjsBodies.Text caption = chosen();
        return caption == null ? "" : reader.words(caption);
    }

    /// A credit line that stands among the descriptions; empty where none does.
    String creditLine() {
        return texts.stream()
                .filter(NinjsDescriptions::isCredit)
                .map(reader::words)
                .findFirst()
                .orElse("");
    }

    /// The first that is no credit line; `null` where there is none.
    NinjsBodies.@Nullable Text first() {
        return texts.stream().filter(text -> !isCredit(text)).findFirst().orElse(null);
    }

    /// What they say besides the item's own words.
    List<EditorNote> besides(Kind kind, String headline, Body body) {
        List<EditorNote> notes = new ArrayList<>();
        List<String> said = new ArrayList<>();
        said.add(TextLetters.of(headline));
        said.add(TextLetters.of(body.plainText()));
        if (kind == Kind.PICTURE) {
            said.add(TextLetters.of(caption()));
        }
        for (NinjsBodies.Text text : texts) {
            String plain = reader.words(text);
            String letters = TextLetters.of(plain);
            if (!isCredit(text) && said.stream().noneMatch(other -> other.contains(letters))) {
                notes.add(new EditorNote(text.role().isEmpty() ? "description" : "description " + text.role(), plain));
                said.add(letters);
            }
        }
        return notes;
    }

    private NinjsBodies.@Nullable Text chosen() {
        for (String role : CAPTIONS) {
            for (NinjsBodies.Text text : texts) {
                if (text.role().equals(role)) {
                    return text;
                }
            }
        }
        return texts.stream()
                .filter(text -> !isCredit(text))
                .filter(NinjsBodies.Text::isPlain)
                .findFirst()
                .orElseGet(this::first);
    }

    private static boolean isCredit(NinjsBodies.Text text) {
        return text.role().startsWith("credit");
    }
}
