package org.broadsheet.ingest.unclaimed;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Kind;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.format.InsidePicture;
import org.broadsheet.ingest.format.PictureDetails;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.newscodes.NewsCodes;
import org.broadsheet.ingest.unclaimed.LonePictureFiles.Waiting;
import org.broadsheet.ingest.words.EditorNotes;
import org.broadsheet.ingest.words.Moments;
import org.broadsheet.ingest.words.PictureWords;
import org.broadsheet.ingest.words.PurposeReading;
import org.broadsheet.ingest.words.StoryWords;
import org.jspecify.annotations.Nullable;

/// Makes an item of a picture file, of what is written inside it.
final class LonePicture {

    private static final int LONGEST_GUID = 1_000;

    private LonePicture() {}

    /// Whether the file says enough of itself that an editor can tell what it shows or whose it is.
    static boolean saysEnough(Waiting file) {
        InsidePicture inside = file.inside();
        return !inside.caption().isBlank()
                || !inside.headline().isBlank()
                || !inside.credit().isBlank();
    }

    /// What the item is called: the picture's own number, else the agency's with the file's name (several pictures of
    /// one job may share it), else its hash.
    static String guid(Waiting file) {
        PictureDetails details = file.inside().details();
        String guid = details.guid().isBlank()
                ? (details.transmission().isBlank()
                        ? ""
                        : details.transmission().strip() + "#" + file.name())
                : details.guid().strip();
        return guid.isEmpty() || guid.length() > LONGEST_GUID
                ? "urn:sha256:" + file.hash().value()
                : guid;
    }

    /// @param namedBy the item that has named the file since; `null` where none has
    static ParsedItem item(Waiting file, @Nullable String namedBy) {
        InsidePicture inside = file.inside();
        PictureDetails details = inside.details();
        List<String> remarks = new ArrayList<>(inside.remarks());
        Consumer<String> remark = remarks::add;
        String caption = inside.caption();
        String headline = inside.headline().isBlank() ? details.title() : inside.headline();
        StoryWords words = StoryWords.of(headline, "", Body.EMPTY);
        List<EditorNote> notes =
                inside.instructions().isBlank() ? List.of() : List.of(new EditorNote("", inside.instructions()));
        EditorNotes meant = EditorNotes.read(notes, file.receivedAt(), remark);
        if (namedBy != null) {
            remarks.add("It has an item of its agency by now: " + namedBy);
        }
        WireItem item = words.into(WireItem.builder(file.feed(), file.feed(), guid(file), 1))
                .kind(Kind.PICTURE)
                .purpose(PurposeReading.of(Status.USABLE, List.of(), words.headlineTags(), meant, details.title()))
                .firstCreated(
                        inside.created() == null
                                ? null
                                : inside.created().atStartOfDay(ZoneOffset.UTC).toInstant())
                .receivedAt(file.receivedAt())
                .embargoedUntil(meant.embargo(release(details, remark)))
                .expiresAt(
                        details.expiryDay() == null
                                ? null
                                : details.expiryDay()
                                        .plusDays(1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant())
                .urgency(details.urgency())
                .slugline(headline.equals(details.title()) ? details.jobId() : details.title())
                .language(details.language().length() == 2 ? details.language().toLowerCase(Locale.ROOT) : "")
                .bylines(inside.bylines())
                .creditLine(inside.credit().isBlank() ? inside.source() : inside.credit())
                .copyrightNotice(details.copyright())
                .usageTerms(details.usageTerms())
                .editorNotes(notes)
                .subjects(subjects(inside, details))
                .links(namedBy == null ? List.of() : List.of(new WireLink(namedBy, WireLink.SAME, 0)))
                .picture(PictureWords.of(file.name(), caption, inside.credit(), remark))
                .remarks(remarks.stream().distinct().toList())
                .build();
        String hash = ContentHash.of(
                (file.hash().value() + " " + (namedBy == null ? "" : namedBy)).getBytes(StandardCharsets.UTF_8));
        return new ParsedItem(item, hash, file.size(), false, null);
    }

    private static List<Subject> subjects(InsidePicture inside, PictureDetails details) {
        List<Subject> subjects = new ArrayList<>();
        for (String sent : details.subjectCodes()) {
            String digits = sent.startsWith("IPTC:") ? sent.substring("IPTC:".length()) : sent;
            String code = digits.split(":", 2)[0].strip();
            if (code.length() == 8 && code.chars().allMatch(c -> c >= '0' && c <= '9')) {
                subjects.add(Subject.topic("subj:" + code, NewsCodes.topicName("subj:" + code)));
            } else if (!sent.isBlank()) {
                subjects.add(new Subject("", Subject.Kind.TOPIC, sent));
            }
        }
        details.keywords().forEach(keyword -> subjects.add(new Subject("", Subject.Kind.OTHER, keyword)));
        details.places().forEach(place -> subjects.add(new Subject("", Subject.Kind.PLACE, place)));
        if (!details.countryCode().isBlank()) {
            String scheme = details.countryCode().strip().length() == 2 ? "iso3166-1a2:" : "iso3166-1a3:";
            subjects.add(new Subject(
                    scheme + details.countryCode().strip(),
                    Subject.Kind.PLACE,
                    details.places().isEmpty()
                            ? details.countryCode()
                            : details.places().getLast()));
        }
        inside.categories().forEach(category -> subjects.add(new Subject("", Subject.Kind.OTHER, category)));
        return subjects.stream().distinct().toList();
    }

    /// IIM 2:30 and 2:35: the earliest day and time the picture may be used.
    private static @Nullable Instant release(PictureDetails details, Consumer<String> remark) {
        if (details.releaseDay() == null) {
            return null;
        }
        String time = details.releaseTime();
        if (time.isBlank()) {
            return details.releaseDay().atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        try {
            String zone = time.length() > 6 ? time.substring(6) : "Z";
            return details.releaseDay()
                    .atTime(LocalTime.of(
                            Integer.parseInt(time.substring(0, 2)),
                            Integer.parseInt(time.substring(2, 4)),
                            Integer.parseInt(time.substring(4, 6))))
                    .toInstant(ZoneOffset.of(zone));
        } catch (DateTimeException | NumberFormatException | StringIndexOutOfBoundsException e) {
            remark.accept("The time of its release cannot be read: " + time);
            return Moments.UNTIL_FURTHER_NOTICE;
        }
    }
}
