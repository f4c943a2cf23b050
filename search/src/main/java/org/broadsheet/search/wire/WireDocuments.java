package org.broadsheet.search.wire;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.broadsheet.core.picture.Credit;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireLogEntry;
import org.broadsheet.search.index.IndexEntry;
import org.broadsheet.search.index.SubjectEntry;
import org.jspecify.annotations.Nullable;
import org.mapstruct.BeanMapping;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.Named;

/// What the index of wire items holds of a line of the wire log.
@Mapper
interface WireDocuments {

    /// The document a line makes: the item, or a tombstone for one its agency took back.
    default IndexEntry entry(WireLogEntry line) {
        WireItem item = line.item();
        return new IndexEntry(
                id(item),
                line.position(),
                item.isKill() ? tombstone(line.position(), item) : from(line.position(), item));
    }

    @Mapping(target = "state", constant = "standing")
    @Mapping(target = "position", source = "position")
    @Mapping(target = "credit", source = "item.picture.credit")
    @Mapping(target = "caption", source = "item.picture.caption.text")
    @Mapping(target = "picture", source = "item.picture.hash")
    @Mapping(target = "topics", source = "item.subjects", qualifiedByName = "topics")
    @Mapping(target = "places", source = "item.subjects", qualifiedByName = "places")
    @Mapping(target = "people", source = "item.subjects", qualifiedByName = "people")
    @Mapping(target = "organisations", source = "item.subjects", qualifiedByName = "organisations")
    WireDocument from(long position, WireItem item);

    @BeanMapping(ignoreByDefault = true)
    @Mapping(target = "state", constant = "killed")
    @Mapping(target = "position", source = "position")
    @Mapping(target = "feed", source = "item.feed")
    @Mapping(target = "provider", source = "item.provider")
    @Mapping(target = "guid", source = "item.guid")
    @Mapping(target = "version", source = "item.version")
    @Mapping(target = "kind", source = "item.kind")
    @Mapping(target = "status", source = "item.status")
    @Mapping(target = "receivedAt", source = "item.receivedAt")
    WireDocument tombstone(long position, WireItem item);

    SubjectEntry from(Subject subject);

    default String words(Body body) {
        return body.plainText();
    }

    default @Nullable String line(@Nullable Credit credit) {
        return credit == null ? null : credit.print();
    }

    default @Nullable String digits(@Nullable PictureHash hash) {
        return hash == null ? null : hash.value();
    }

    default String word(HeadlineTag tag) {
        return tag.kind().name();
    }

    @Named("topics")
    default List<String> topics(List<Subject> subjects) {
        return SubjectEntry.keys(subjects, Subject.Kind.TOPIC);
    }

    @Named("places")
    default List<String> places(List<Subject> subjects) {
        return SubjectEntry.keys(subjects, Subject.Kind.PLACE);
    }

    @Named("people")
    default List<String> people(List<Subject> subjects) {
        return SubjectEntry.keys(subjects, Subject.Kind.PERSON);
    }

    @Named("organisations")
    default List<String> organisations(List<Subject> subjects) {
        return SubjectEntry.keys(subjects, Subject.Kind.ORGANISATION);
    }

    /// A document's id: a guid may be longer than Elasticsearch takes, and two agencies may use the same.
    static String id(WireItem item) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(item.provider().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(item.guid().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
