package org.broadsheet.ingest.words;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.broadsheet.core.wire.EditorsNoteGrammar;
import org.broadsheet.core.wire.Embargo;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.jspecify.annotations.Nullable;

/// What the notes to editors of one item mean together.
///
/// @param embargoedUntil the latest end of an embargo any of them states; `null` where none does
/// @param correction whether one says that this version puts something right
/// @param kill whether one takes the item back
public record EditorNotes(@Nullable Instant embargoedUntil, boolean correction, boolean kill) {

    /// Reads the notes.
    ///
    /// @param made when the version was made: a day without a year is the one nearest to it
    /// @param remark told of an embargo whose end cannot be read
    public static EditorNotes read(List<EditorNote> notes, Instant made, Consumer<String> remark) {
        Instant until = null;
        boolean correction = false;
        boolean kill = false;
        for (EditorNote note : notes) {
            EditorsNoteGrammar.Reading read = EditorsNoteGrammar.read(note.text(), made);
            correction |= read.correction();
            kill |= read.kill();
            switch (read.embargo()) {
                case Embargo.None none -> {
                    // the note is about something else
                }
                case Embargo.Until stated -> until = later(until, stated.time());
                case Embargo.Unreadable unclear -> {
                    remark.accept("A note to editors states an embargo whose end cannot be read: " + unclear.words());
                    until = until == null ? Moments.UNTIL_FURTHER_NOTICE : until;
                }
            }
        }
        return new EditorNotes(until, correction, kill);
    }

    /// Until when nothing of the item may be public: as its field says and as its notes say, the later of both. A field
    /// that states an end counts where a note states one nobody can read.
    ///
    /// @param field the embargo in its own field; `null` where there is none
    public @Nullable Instant embargo(@Nullable Instant field) {
        boolean unclear = Moments.UNTIL_FURTHER_NOTICE.equals(embargoedUntil);
        return embargoedUntil == null || (unclear && field != null) ? field : later(field, embargoedUntil);
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }
}
