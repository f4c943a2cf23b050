package org.broadsheet.cms.story;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.jspecify.annotations.Nullable;

/// A story as one member of staff sees it at the desk.
///
/// @param state `draft`, `submitted`, `published`, `killed` or `spiked`
/// @param version counts up with every write; a write that names an older one is refused
/// @param savedBy the name of who wrote last
/// @param mayPublish whether this member of staff may publish it (or its update) in this state; checks apart
/// @param mayKill whether this member of staff may kill it in this state
/// @param mayEdit whether this member of staff may save it in this state
/// @param wire the wire copy it is made from, `null` for the newsroom's own
/// @param history every write, newest first
/// @param publicAddress where readers find it, a path from `/`; `null` while they do not
/// @param embargoedUntil not before this, as the wire now says; `null` where it says nothing
public record StoryView(
        UUID id,
        String state,
        int version,
        Instant savedAt,
        String savedBy,
        StoryContent content,
        List<Check> checks,
        boolean mayPublish,
        boolean mayKill,
        boolean mayEdit,
        @Nullable Origin wire,
        List<Write> history,
        @Nullable String publicAddress,
        @Nullable Instant firstPublishedAt,
        @Nullable Instant updatedAt,
        @Nullable String killReason,
        @Nullable Instant embargoedUntil) {
    public StoryView {
        checks = List.copyOf(checks);
        history = List.copyOf(history);
    }

    /// The wire copy a story is made from.
    ///
    /// @param version the version it was taken in
    /// @param headline of the newest version
    /// @param editorNotes of the newest version, never printed
    /// @param remarks what intake wants the desk to know of the newest version
    /// @param newerVersion whether the wire has sent a newer version than the one taken
    /// @param killed whether the agency took it back
    public record Origin(
            String provider,
            String guid,
            long version,
            String headline,
            List<EditorNote> editorNotes,
            List<String> remarks,
            boolean newerVersion,
            boolean killed) {
        public Origin {
            editorNotes = List.copyOf(editorNotes);
            remarks = List.copyOf(remarks);
        }
    }

    /// One write of a story.
    ///
    /// @param number the version it made
    /// @param what `taken`, `saved`, `followed`, `submitted`, `published`, `updated`, `killed`, `spiked` or
    /// `lifted`
    public record Write(int number, Instant savedAt, String savedBy, String what) {}
}
