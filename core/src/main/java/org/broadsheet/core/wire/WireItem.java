package org.broadsheet.core.wire;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.List;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.story.SignOff;
import org.broadsheet.core.subject.Subject;
import org.jspecify.annotations.Nullable;

/// What an agency sent: one version of one piece of text, one picture, or a package that binds them.
///
/// @param feed the feed it came in on
/// @param provider who sent it (NewsML-G2 `provider`, else the feed); with the guid its identity
/// @param guid what the agency calls it (NewsML-G2 `@guid`)
/// @param version counts up with every new version (NewsML-G2 `@version`; above 2^31 at some agencies)
/// @param kind text, picture or package
/// @param status usable, withheld or cancelled (IPTC `stat:`)
/// @param purpose what this version was sent for: a story, an update, a correction, a kill, a word to editors
/// @param firstCreated when the agency made the first version; `null` where not sent
/// @param versionCreated when the agency made this version; `null` where not sent
/// @param receivedAt when its bytes were durable here
/// @param embargoedUntil no public byte before this; `null` where none is stated
/// @param expiresAt not to be used after this (NITF `date.expire`, NewsML-G2 `expires`); `null` where not sent
/// @param urgency 1 flash to 9; `null` where not sent
/// @param headline without prefixes; empty where not sent
/// @param headlineTags the prefixes, in their order
/// @param slugline the agency's working label, such as `HARBOUR-FEES/`; empty where not sent
/// @param language a BCP 47 tag; empty where not sent
/// @param bylines names, without `By`
/// @param dateline parsed off the first paragraph or taken from the field of the wire
/// @param body what is left: every character and inline element of the wire's text
/// @param signOff parsed off the last paragraph
/// @param creditLine as sent (NewsML-G2 `creditline`); empty where not sent
/// @param copyrightHolder as sent; empty where not sent
/// @param copyrightNotice as sent; empty where not sent
/// @param usageTerms as sent; empty where not sent
/// @param editorNotes notes to editors, never printed
/// @param signals codes that say what the version is for, such as `sig:correction`
/// @param subjects what it is about
/// @param links other items it belongs with, in order
/// @param picture what is known of the picture, for a picture item; else `null`
/// @param remarks what intake wants the desk to know: what it did not understand, what is missing
public record WireItem(
        String feed,
        String provider,
        String guid,
        long version,
        Kind kind,
        Status status,
        Purpose purpose,
        @Nullable Instant firstCreated,
        @Nullable Instant versionCreated,
        Instant receivedAt,
        @Nullable Instant embargoedUntil,
        @Nullable Instant expiresAt,
        @Nullable Integer urgency,
        String headline,
        List<HeadlineTag> headlineTags,
        String slugline,
        String language,
        List<String> bylines,
        Dateline dateline,
        Body body,
        SignOff signOff,
        String creditLine,
        String copyrightHolder,
        String copyrightNotice,
        String usageTerms,
        List<EditorNote> editorNotes,
        List<String> signals,
        List<Subject> subjects,
        List<WireLink> links,
        @Nullable WirePicture picture,
        List<String> remarks) {

    /// What sort of thing was sent.
    public enum Kind {
        TEXT,
        PICTURE,
        PACKAGE
    }

    /// What the agency says may be done with it (IPTC NewsCodes `stat:`).
    public enum Status {
        USABLE,
        WITHHELD,
        CANCELED
    }

    /// What a version was sent for.
    public enum Purpose {
        /// News, for the first time.
        STORY,
        /// More or newer words for a story that runs.
        UPDATE,
        /// The whole story anew; it replaces what was sent before.
        WRITE_THROUGH,
        /// Puts right what was sent before.
        CORRECTION,
        /// Takes back what was sent before.
        KILL,
        /// A word to editors, never printed.
        ADVISORY
    }

    public WireItem {
        if (guid == null || guid.isBlank() || provider == null || provider.isBlank()) {
            throw new IllegalArgumentException("A wire item has a provider and a guid");
        }
        feed = feed == null ? "" : feed;
        kind = kind == null ? Kind.TEXT : kind;
        status = status == null ? Status.USABLE : status; // the default of NewsML-G2
        purpose = purpose == null ? (status == Status.CANCELED ? Purpose.KILL : Purpose.STORY) : purpose;
        headline = headline == null ? "" : headline;
        slugline = slugline == null ? "" : slugline;
        language = language == null ? "" : language;
        creditLine = creditLine == null ? "" : creditLine;
        copyrightHolder = copyrightHolder == null ? "" : copyrightHolder;
        copyrightNotice = copyrightNotice == null ? "" : copyrightNotice;
        usageTerms = usageTerms == null ? "" : usageTerms;
        dateline = dateline == null ? Dateline.NONE : dateline;
        body = body == null ? Body.EMPTY : body;
        signOff = signOff == null ? SignOff.NONE : signOff;
        headlineTags = headlineTags == null ? List.of() : List.copyOf(headlineTags);
        bylines = bylines == null ? List.of() : List.copyOf(bylines);
        editorNotes = editorNotes == null ? List.of() : List.copyOf(editorNotes);
        signals = signals == null ? List.of() : List.copyOf(signals);
        subjects = subjects == null ? List.of() : List.copyOf(subjects);
        links = links == null ? List.of() : List.copyOf(links);
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
    }

    /// Begins an item: usable news in words, everything else not sent.
    public static WireItemBuilder builder(String feed, String provider, String guid, long version) {
        return new WireItemBuilder(feed, provider, guid, version);
    }

    /// The same item again, to be changed in some of its parts.
    public WireItemBuilder toBuilder() {
        return new WireItemBuilder(this);
    }

    /// Whether the agency takes the item back.
    @JsonIgnore
    public boolean isKill() {
        return status == Status.CANCELED;
    }

    /// A note to editors.
    ///
    /// @param role as sent (NewsML-G2 `@role`, such as `edNoteRole:correction`); empty where not sent
    public record EditorNote(String role, String text) {
        public EditorNote {
            role = role == null ? "" : role;
            text = text == null ? "" : text;
        }
    }

    /// Another item this one belongs with.
    ///
    /// @param guid the other item's guid
    /// @param rel how they belong together: IPTC `irel:`, or one of the words of this class
    /// @param rank its place in the wire's own order, from 0
    public record WireLink(
            String guid,
            String rel,
            @JsonSetter(nulls = Nulls.AS_EMPTY) int rank) {

        /// This item takes the other one back.
        public static final String KILLS = "kills";

        /// This item puts the other one right.
        public static final String CORRECTS = "corrects";

        /// This item brings more or newer words for the other one.
        public static final String UPDATES = "updates";

        /// The other one is a member of this package.
        public static final String PACKAGE = "package";

        /// The other one is the same picture under the agency's own guid; this one is shown as it no more.
        public static final String SAME = "same";

        public WireLink {
            rel = rel == null ? "" : rel;
        }
    }
}
