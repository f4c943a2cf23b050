package org.broadsheet.search.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.broadsheet.search.index.SubjectEntry;
import org.jspecify.annotations.Nullable;

/// A wire item as it stands in the index `wire`: every component is a field of `index/wire-v1.json`, and no other field
/// is taken. An item its agency took back keeps who it was, and not a word.
///
/// @param state `standing`, or `killed` for one the agency took back
/// @param position the line of the wire log it was made from
/// @param kind `TEXT`, `PICTURE` or `PACKAGE`
/// @param status what the agency says may be done with it
/// @param picture the hash of a picture's original, once its file is there
/// @param topics keys of what it is about, see [SubjectEntry#key()]
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record WireDocument(
        String state,
        long position,
        String feed,
        String provider,
        String guid,
        long version,
        String kind,
        String status,
        @Nullable String slugline,
        @Nullable String language,
        @Nullable Integer urgency,
        @Nullable String headline,
        @Nullable List<String> headlineTags,
        @Nullable String body,
        @Nullable List<String> bylines,
        @Nullable String caption,
        @Nullable String credit,
        @Nullable String picture,
        @Nullable List<SubjectEntry> subjects,
        @Nullable List<String> topics,
        @Nullable List<String> places,
        @Nullable List<String> people,
        @Nullable List<String> organisations,
        @Nullable Instant versionCreated,
        @Nullable Instant receivedAt,
        @Nullable Instant embargoedUntil) {}
