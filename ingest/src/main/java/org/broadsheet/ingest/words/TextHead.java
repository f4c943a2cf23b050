package org.broadsheet.ingest.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.wire.EditorsNoteGrammar;
import org.broadsheet.core.wire.Embargo;
import org.broadsheet.core.wire.WireItem.EditorNote;

/// Notes to editors that stand in the text itself, above the story: `EMBARGOED UNTIL 0600 GMT Nov 26`. Formats without
/// a field for them have them there. They stay in the text.
public final class TextHead {

    private static final int HOW_FAR = 4;
    private static final int LONGEST = 400;

    private TextHead() {}

    /// The paragraphs at the head of a text that begin with a hold.
    ///
    /// @param made when the version was made: a day without a year is the one nearest to it
    public static List<EditorNote> notes(Body body, Instant made) {
        List<EditorNote> notes = new ArrayList<>();
        body.blocks().stream().limit(HOW_FAR).forEach(block -> {
            String text = block.plainText();
            if (text.length() <= LONGEST && begins(text) && holds(text, made)) {
                notes.add(new EditorNote("", text));
            }
        });
        return notes;
    }

    private static boolean holds(String text, Instant made) {
        return switch (EditorsNoteGrammar.read(text, made).embargo()) {
            case Embargo.None none -> false;
            case Embargo.Until until -> true;
            case Embargo.Unreadable unclear -> true;
        };
    }

    private static boolean begins(String text) {
        String lower = text.substring(0, Math.min(text.length(), 40)).toLowerCase(Locale.ROOT);
        return lower.contains("embargo")
                || lower.contains("not for ")
                || lower.contains("do not ")
                || lower.contains("hold ")
                || lower.contains("sperr")
                || lower.contains("frei ")
                || lower.contains("nicht ");
    }
}
