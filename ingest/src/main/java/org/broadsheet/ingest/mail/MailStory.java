package org.broadsheet.ingest.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.core.wire.WireItem.WireLink;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.words.EditorNotes;
import org.broadsheet.ingest.words.EnclosedPicture;
import org.broadsheet.ingest.words.InternetDate;
import org.broadsheet.ingest.words.OfferedPicture;
import org.broadsheet.ingest.words.PurposeReading;
import org.broadsheet.ingest.words.StoryWords;
import org.broadsheet.ingest.words.TextHead;
import org.jspecify.annotations.Nullable;

/// Makes items of a mail. The feed stands for the provider: whoever writes a `From` line may write any.
final class MailStory {

    private static final int LONGEST_GUID = 1_000;

    /// Pictures inside the text that are smaller are logos and lines.
    private static final int SMALLEST_SHOWN = 10_000;

    private static final Pattern PASSED_ON = Pattern.compile(
            "^(?:(?:fwd?|re|wg|aw|sv|vs|tr|i|r)\\s*(?:\\[\\d+])?:|\\[(?:external|extern|ext)]:?)\\s*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOLD = Pattern.compile("(?i)embargo|not for|hold (?:for|until)");
    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]+)>");

    private final Copy copy;
    private final MailReader mail;
    private final Set<String> remarks = new LinkedHashSet<>();
    private final List<EnclosedFile> files = new ArrayList<>();
    private final List<EnclosedPicture> pictures = new ArrayList<>();

    MailStory(Copy copy, MailReader mail) {
        this.copy = copy;
        this.mail = mail;
    }

    Reading read() throws Unreadable {
        String subject = subject();
        Body body = new MailText(remarks).read(mail.parts());
        enclose(subject);
        if (body.blocks().isEmpty() && pictures.isEmpty() && (subject.isEmpty() || !files.isEmpty())) {
            if (files.isEmpty()) {
                throw new Unreadable("The mail has no words, no picture and no file in it");
            }
            return new Reading.Several(List.of(), files, unread());
        }
        ParsedItem story = story(subject, body);
        List<ParsedItem> items = EnclosedPicture.apart(story, pictures);
        return new Reading.Several(
                body.blocks().isEmpty() && !pictures.isEmpty() ? items.subList(1, items.size()) : items,
                files,
                unread());
    }

    private List<String> unread() {
        return mail.isCutOff()
                ? List.of("The mail is cut off before its last part ends; what was there was read")
                : List.of();
    }

    private ParsedItem story(String subject, Body body) {
        Instant sent = InternetDate.parse(mail.head("date"));
        if (sent == null && !mail.head("date").isEmpty()) {
            remarks.add("Its date cannot be read: " + shortened(mail.head("date")));
        }
        Instant made = sent == null ? copy.receivedAt() : sent;
        StoryWords words = StoryWords.of(subject, "", body);
        List<EditorNote> notes = new ArrayList<>(TextHead.notes(body, made));
        if (HOLD.matcher(subject).find()) {
            notes.add(new EditorNote("", subject));
        }
        EditorNotes meant = EditorNotes.read(notes, made, remarks::add);
        Purpose purpose = PurposeReading.of(Status.USABLE, List.of(), words.headlineTags(), meant, "");
        String from = HeaderText.decoded(mail.head("from"));
        if (!from.isEmpty()) {
            notes.add(new EditorNote("from", from));
        }
        String guid = guid(subject, body);
        WireItem item = words.into(WireItem.builder(copy.feed(), copy.feed(), guid, 1))
                .purpose(purpose)
                .firstCreated(sent)
                .versionCreated(sent)
                .receivedAt(copy.receivedAt())
                .embargoedUntil(meant.embargo(null))
                .urgency(urgency(words.headlineTags()))
                .language(mail.head("content-language").split(",", 2)[0].strip())
                .editorNotes(notes)
                .links(answered(purpose, guid))
                .remarks(List.copyOf(remarks))
                .build();
        return new ParsedItem(item, hash(subject, body), null, false, null);
    }

    private String subject() {
        String subject =
                HeaderText.decoded(mail.head("subject")).replaceAll("\\s+", " ").strip();
        Matcher passedOn = PASSED_ON.matcher(subject);
        while (passedOn.find()) {
            subject = subject.substring(passedOn.end()).strip();
            passedOn = PASSED_ON.matcher(subject);
        }
        return subject;
    }

    private static @Nullable Integer urgency(List<HeadlineTag> tags) {
        return tags.stream().anyMatch(tag -> tag.kind() == HeadlineTag.Kind.URGENT) ? 2 : null;
    }

    private String guid(String subject, Body body) {
        String id = mail.head("message-id");
        Matcher bracketed = MESSAGE_ID.matcher(id);
        String guid = bracketed.find() ? bracketed.group(1) : id;
        if (!guid.isBlank() && guid.length() <= LONGEST_GUID) {
            return guid.strip();
        }
        remarks.add("The mail has no name of its own (Message-ID); its words stand for it");
        return "urn:sha256:" + hash(subject, body);
    }

    /// A correction, a kill or an update that answers an earlier mail is about that one.
    private List<WireLink> answered(Purpose purpose, String guid) {
        String rel =
                switch (purpose) {
                    case KILL -> WireLink.KILLS;
                    case CORRECTION -> WireLink.CORRECTS;
                    case UPDATE, WRITE_THROUGH -> WireLink.UPDATES;
                    case STORY, ADVISORY -> "irel:associatedWith";
                };
        Matcher answered = MESSAGE_ID.matcher(mail.head("in-reply-to"));
        if (!answered.find()
                || answered.group(1).equals(guid)
                || answered.group(1).length() > LONGEST_GUID) {
            return List.of();
        }
        return List.of(new WireLink(answered.group(1), rel, 0));
    }

    /// The same words and files are the same mail, whatever way it took.
    private String hash(String subject, Body body) {
        StringBuilder all = new StringBuilder();
        for (String part : List.of(mail.head("from"), mail.head("date"), subject, body.plainText())) {
            all.append(part.length()).append(':').append(part);
        }
        pictures.forEach(picture -> all.append(picture.contentHash()));
        files.forEach(file -> all.append(ContentHash.of(file.bytes())));
        return ContentHash.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void enclose(String subject) {
        int number = 0;
        for (MailPart part : mail.parts()) {
            number++;
            if (part.isText() || part.isSeal() || part.bytes().length == 0) {
                continue;
            }
            if (part.isPicture()) {
                picture(part, number, subject);
            } else if (part.isWireFile()) {
                files.add(new EnclosedFile(part.name(number), part.bytes()));
            } else {
                remarks.add("It comes with a file that nobody read: %s (%s, %,d bytes)"
                        .formatted(part.name(number), part.type(), part.bytes().length));
            }
        }
    }

    /// Its name gets the beginning of its hash before it: mail programs call every picture `image001.jpg`.
    private void picture(MailPart part, int number, String subject) {
        boolean shown = !part.attached() && !part.contentId().isEmpty();
        if (shown && part.bytes().length < SMALLEST_SHOWN) {
            remarks.add("A small picture inside the text was taken for a logo and left out: " + part.name(number));
            return;
        }
        String hash = ContentHash.of(part.bytes());
        String name = hash.substring(0, 8) + "-" + part.name(number);
        files.add(new EnclosedFile(name, part.bytes()));
        pictures.add(new EnclosedPicture(
                name,
                List.of(new OfferedPicture(
                        name.replace("%", "%25"),
                        "",
                        part.type().startsWith("image/") ? part.type() : "image/*",
                        0,
                        0,
                        part.bytes().length)),
                subject,
                "",
                "",
                "",
                "",
                List.of(),
                hash));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60).toLowerCase(Locale.ROOT) + "…";
    }
}
