package org.broadsheet.core.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.Dateline;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.story.SignOff;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.jspecify.annotations.Nullable;

/// Puts a wire item together part by part; what is not said is not sent. Each method is named for the part it sets.
public final class WireItemBuilder {

    private String feed;
    private String provider;
    private String guid;
    private long version;
    private Kind kind = Kind.TEXT;
    private Status status = Status.USABLE;
    private @Nullable Purpose purpose;
    private @Nullable Instant firstCreated;
    private @Nullable Instant versionCreated;
    private Instant receivedAt = Instant.EPOCH;
    private @Nullable Instant embargoedUntil;
    private @Nullable Instant expiresAt;
    private @Nullable Integer urgency;
    private String headline = "";
    private List<HeadlineTag> headlineTags = List.of();
    private String slugline = "";
    private String language = "";
    private List<String> bylines = List.of();
    private Dateline dateline = Dateline.NONE;
    private Body body = Body.EMPTY;
    private SignOff signOff = SignOff.NONE;
    private String creditLine = "";
    private String copyrightHolder = "";
    private String copyrightNotice = "";
    private String usageTerms = "";
    private List<EditorNote> editorNotes = List.of();
    private List<String> signals = List.of();
    private List<Subject> subjects = List.of();
    private List<WireLink> links = List.of();
    private @Nullable WirePicture picture;
    private List<String> remarks = List.of();

    WireItemBuilder(String feed, String provider, String guid, long version) {
        this.feed = feed;
        this.provider = provider;
        this.guid = guid;
        this.version = version;
    }

    WireItemBuilder(WireItem item) {
        this.feed = item.feed();
        this.provider = item.provider();
        this.guid = item.guid();
        this.version = item.version();
        this.kind = item.kind();
        this.status = item.status();
        this.purpose = item.purpose();
        this.firstCreated = item.firstCreated();
        this.versionCreated = item.versionCreated();
        this.receivedAt = item.receivedAt();
        this.embargoedUntil = item.embargoedUntil();
        this.expiresAt = item.expiresAt();
        this.urgency = item.urgency();
        this.headline = item.headline();
        this.headlineTags = item.headlineTags();
        this.slugline = item.slugline();
        this.language = item.language();
        this.bylines = item.bylines();
        this.dateline = item.dateline();
        this.body = item.body();
        this.signOff = item.signOff();
        this.creditLine = item.creditLine();
        this.copyrightHolder = item.copyrightHolder();
        this.copyrightNotice = item.copyrightNotice();
        this.usageTerms = item.usageTerms();
        this.editorNotes = item.editorNotes();
        this.signals = item.signals();
        this.subjects = item.subjects();
        this.links = item.links();
        this.picture = item.picture();
        this.remarks = item.remarks();
    }

    public WireItemBuilder feed(String feed) {
        this.feed = feed;
        return this;
    }

    public WireItemBuilder provider(String provider) {
        this.provider = provider;
        return this;
    }

    public WireItemBuilder guid(String guid) {
        this.guid = guid;
        return this;
    }

    public WireItemBuilder version(long version) {
        this.version = version;
        return this;
    }

    public WireItemBuilder kind(Kind kind) {
        this.kind = kind;
        return this;
    }

    public WireItemBuilder status(Status status) {
        this.status = status;
        return this;
    }

    public WireItemBuilder purpose(Purpose purpose) {
        this.purpose = purpose;
        return this;
    }

    public WireItemBuilder firstCreated(@Nullable Instant firstCreated) {
        this.firstCreated = firstCreated;
        return this;
    }

    public WireItemBuilder versionCreated(@Nullable Instant versionCreated) {
        this.versionCreated = versionCreated;
        return this;
    }

    public WireItemBuilder receivedAt(Instant receivedAt) {
        this.receivedAt = receivedAt;
        return this;
    }

    public WireItemBuilder embargoedUntil(@Nullable Instant embargoedUntil) {
        this.embargoedUntil = embargoedUntil;
        return this;
    }

    public WireItemBuilder expiresAt(@Nullable Instant expiresAt) {
        this.expiresAt = expiresAt;
        return this;
    }

    public WireItemBuilder urgency(@Nullable Integer urgency) {
        this.urgency = urgency;
        return this;
    }

    public WireItemBuilder headline(String headline) {
        this.headline = headline;
        return this;
    }

    public WireItemBuilder headlineTags(List<HeadlineTag> headlineTags) {
        this.headlineTags = headlineTags;
        return this;
    }

    public WireItemBuilder slugline(String slugline) {
        this.slugline = slugline;
        return this;
    }

    public WireItemBuilder language(String language) {
        this.language = language;
        return this;
    }

    public WireItemBuilder bylines(List<String> bylines) {
        this.bylines = bylines;
        return this;
    }

    public WireItemBuilder dateline(Dateline dateline) {
        this.dateline = dateline;
        return this;
    }

    public WireItemBuilder body(Body body) {
        this.body = body;
        return this;
    }

    public WireItemBuilder signOff(SignOff signOff) {
        this.signOff = signOff;
        return this;
    }

    public WireItemBuilder creditLine(String creditLine) {
        this.creditLine = creditLine;
        return this;
    }

    public WireItemBuilder copyrightHolder(String copyrightHolder) {
        this.copyrightHolder = copyrightHolder;
        return this;
    }

    public WireItemBuilder copyrightNotice(String copyrightNotice) {
        this.copyrightNotice = copyrightNotice;
        return this;
    }

    public WireItemBuilder usageTerms(String usageTerms) {
        this.usageTerms = usageTerms;
        return this;
    }

    public WireItemBuilder editorNotes(List<EditorNote> editorNotes) {
        this.editorNotes = editorNotes;
        return this;
    }

    public WireItemBuilder signals(List<String> signals) {
        this.signals = signals;
        return this;
    }

    public WireItemBuilder subjects(List<Subject> subjects) {
        this.subjects = subjects;
        return this;
    }

    public WireItemBuilder links(List<WireLink> links) {
        this.links = links;
        return this;
    }

    public WireItemBuilder picture(@Nullable WirePicture picture) {
        this.picture = picture;
        return this;
    }

    public WireItemBuilder remarks(List<String> remarks) {
        this.remarks = remarks;
        return this;
    }

    /// Adds remarks for the desk to those there are; one that stands there already is not said twice.
    public WireItemBuilder remarked(List<String> more) {
        List<String> all = new ArrayList<>(remarks);
        more.stream().filter(remark -> !all.contains(remark)).forEach(all::add);
        remarks = all;
        return this;
    }

    /// The item.
    ///
    /// @throws IllegalArgumentException if provider or guid is blank
    public WireItem build() {
        Purpose sentFor = purpose == null ? (status == Status.CANCELED ? Purpose.KILL : Purpose.STORY) : purpose;
        return new WireItem(
                feed,
                provider,
                guid,
                version,
                kind,
                status,
                sentFor,
                firstCreated,
                versionCreated,
                receivedAt,
                embargoedUntil,
                expiresAt,
                urgency,
                headline,
                headlineTags,
                slugline,
                language,
                bylines,
                dateline,
                body,
                signOff,
                creditLine,
                copyrightHolder,
                copyrightNotice,
                usageTerms,
                editorNotes,
                signals,
                subjects,
                links,
                picture,
                remarks);
    }
}
