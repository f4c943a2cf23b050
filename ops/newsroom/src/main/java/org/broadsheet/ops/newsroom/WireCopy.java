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
        return new WireCopy(
                guid,
                version,
                firstCreated,
                versionCreated,
                moment,
                canceled,
                urgency,
                headline,
                slugline,
                bylines,
                subjects,
                notes,
                signals,
                linked,
                body);
    }

    /// The next version of it, made at a moment, with another headline and body.
    public WireCopy next(Instant made, String newHeadline, String newBody) {
        return new WireCopy(
                guid,
                version + 1,
                firstCreated,
                made,
                embargoedUntil,
                false,
                urgency,
                newHeadline,
                slugline,
                bylines,
                subjects,
                notes,
                signals,
                linked,
                newBody);
    }

    /// The next version of it, by which the agency takes it back, with the reason as a note to editors.
    public WireCopy killed(Instant made, String reason) {
        return new WireCopy(
                guid,
                version + 1,
                firstCreated,
                made,
                embargoedUntil,
                true,
                urgency,
                "KILL-" + headline,
                slugline,
                bylines,
                subjects,
                List.of(new EditorNote("", reason)),
                signals,
                linked,
                body);
    }

    /// The same, about these subjects.
    public WireCopy about(List<Subject> theseSubjects) {
        return new WireCopy(
                guid,
                version,
                firstCreated,
                versionCreated,
                embargoedUntil,
                canceled,
                urgency,
                headline,
                slugline,
                bylines,
                theseSubjects,
                notes,
                signals,
                linked,
                body);
    }

    /// The same, going with these pictures and stories.
    public WireCopy linkedTo(List<String> guids) {
        return new WireCopy(
                guid,
                version,
                firstCreated,
                versionCreated,
                embargoedUntil,
                canceled,
                urgency,
                headline,
                slugline,
                bylines,
                subjects,
                notes,
                signals,
                guids,
                body);
    }
}
