package org.broadsheet.ingest.newsmlg2;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.core.wire.EditorsNoteGrammar;
import org.broadsheet.core.wire.Embargo;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.jspecify.annotations.Nullable;

/// Until when nothing of an item may be public: as its field says and as its notes to editors say, the later of both.
final class EmbargoReader {

    private EmbargoReader() {}

    /// @param field the embargo in its own field; `null` where there is none
    /// @param made when the version was made: a day without a year is the one nearest to it
    static @Nullable Instant until(
            @Nullable Instant field, List<EditorNote> notes, Instant made, Consumer<String> remark) {
        Instant until = field;
        for (EditorNote note : notes) {
            EditorsNoteGrammar.Reading read = EditorsNoteGrammar.read(note.text(), made);
            switch (read.embargo()) {
                case Embargo.None none -> {
                    // the note is about something else
                }
                case Embargo.Until stated -> {
                    if (until == null || stated.time().isAfter(until)) {
                        until = stated.time();
                    }
                }
                case Embargo.Unreadable unclear -> {
                    remark.accept("A note to editors states an embargo whose end cannot be read: " + unclear.words());
                    until = until == null ? Moments.UNTIL_FURTHER_NOTICE : until;
                }
            }
        }
        return until;
    }

    /// Whether a note to editors takes the item back.
    static boolean takesBack(List<EditorNote> notes, Instant made) {
        return notes.stream()
                .anyMatch(note -> EditorsNoteGrammar.read(note.text(), made).kill());
    }
}
