package org.broadsheet.ops.newsroom;

import java.time.Instant;
import java.util.List;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.jspecify.annotations.Nullable;

/// One version of a text as an agency sends it, before it is NewsML-G2.
///
/// @param guid what the agency calls it, a URI
/// @param version counts up from 1
/// @param firstCreated when the first version was made
/// @param versionCreated when this one was
/// @param embargoedUntil not to be published before; `null` for none
/// @param canceled whether the agency takes the item back
/// @param urgency 1 to 9
/// @param headline with its prefixes, such as `UPDATE 2-`
/// @param slugline such as `HARBOUR-FEES/`
/// @param bylines names, without `By`
/// @param subjects topics, places and people
/// @param notes to editors
/// @param signals such as `sig:correction`
/// @param linked guids of the pictures and stories it goes with
/// @param body typed as [CopyMarkup] reads it: paragraphs divided by empty lines, dateline in the first, sign-off in
/// the last
public record WireCopy(
        String guid,
        long version,
        Instant firstCreated,
        Instant versionCreated,
        @Nullable Instant embargoedUntil,
        boolean canceled,
        int urgency,
        String headline,
        String slugline,
        List<String> bylines,
        List<Subject> subjects,
        List<EditorNote> notes,
        List<String> signals,
        List<String> linked,
        String body) {

    public WireCopy {
        bylines = List.copyOf(bylines);
        subjects = List.copyOf(subjects);
        notes = List.copyOf(notes);
        signals = List.copyOf(signals);
        linked = List.copyOf(linked);
    }

    /// Plain usable copy of ordinary urgency, made at one moment.
    public static WireCopy of(String guid, long version, Instant made, String headline, String slugline, String body) {
        return new WireCopy(
                guid, version, made, made, null, false, 4, headline, slugline, List.of(), List.of(), List.of(),
                List.of(), List.of(), body);
    }

    /// The same, held until a moment.
    public WireCopy embargoedUntil(Instant moment) {
        Parts parts = new Parts(this);
        parts.embargo = moment;
        return parts.whole();
    }

    /// The next version of it, made at a moment, with another headline and body.
    public WireCopy next(Instant made, String newHeadline, String newBody) {
        Parts parts = new Parts(this);
        parts.number++;
        parts.made = made;
        parts.takenBack = false;
        parts.head = newHeadline;
        parts.words = newBody;
        return parts.whole();
    }

    /// The next version of it, by which the agency takes it back, with the reason as a note to editors.
    public WireCopy killed(Instant made, String reason) {
        Parts parts = new Parts(this);
        parts.number++;
        parts.made = made;
        parts.takenBack = true;
        parts.head = "KILL-" + headline;
        parts.toEditors = List.of(new EditorNote("", reason));
        return parts.whole();
    }

    /// The same, about these subjects.
    public WireCopy about(List<Subject> theseSubjects) {
        Parts parts = new Parts(this);
        parts.topics = theseSubjects;
        return parts.whole();
    }

    /// The same, going with these pictures and stories.
    public WireCopy linkedTo(List<String> guids) {
        Parts parts = new Parts(this);
        parts.others = guids;
        return parts.whole();
    }

    /// What may change from one copy to the next; all else stays as it was.
    private static final class Parts {

        private final WireCopy before;
        private long number;
        private Instant made;
        private @Nullable Instant embargo;
        private boolean takenBack;
        private String head;
        private List<Subject> topics;
        private List<EditorNote> toEditors;
        private List<String> others;
        private String words;

        Parts(WireCopy copy) {
            before = copy;
            number = copy.version;
            made = copy.versionCreated;
            embargo = copy.embargoedUntil;
            takenBack = copy.canceled;
            head = copy.headline;
            topics = copy.subjects;
            toEditors = copy.notes;
            others = copy.linked;
            words = copy.body;
        }

        WireCopy whole() {
            return new WireCopy(
                    before.guid,
                    number,
                    before.firstCreated,
                    made,
                    embargo,
                    takenBack,
                    before.urgency,
                    head,
                    before.slugline,
                    before.bylines,
                    topics,
                    toEditors,
                    before.signals,
                    others,
                    words);
        }
    }
}
