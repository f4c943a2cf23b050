package org.broadsheet.ingest.syndication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.words.Bylines;
import org.broadsheet.ingest.words.EditorNotes;
import org.broadsheet.ingest.words.EnclosedPicture;
import org.broadsheet.ingest.words.InternetDate;
import org.broadsheet.ingest.words.PurposeReading;
import org.broadsheet.ingest.words.StoryWords;
import org.broadsheet.ingest.words.TextHead;
import org.broadsheet.ingest.words.TextLetters;
import org.jspecify.annotations.Nullable;

/// Makes wire items of the entries of a feed. The feed stands for the provider, so that two feeds cannot collide; an
/// entry's own name and its version tell it apart, never its time alone: late entries and those of the same second
/// count like all others.
final class EntryReader {

    private static final int LONGEST_GUID = 1_000;

    /// How much longer a summary must be to count as the text.
    private static final double SAYS_MORE = 1.05;

    private static final Pattern NAME_BEHIND_ADDRESS = Pattern.compile("^[^\\s()<>]+@[^\\s()<>]+\\s*\\((.+)\\)$");
    private static final Pattern NAME_BEFORE_ADDRESS = Pattern.compile("^(.+?)\\s*<[^\\s<>]+@[^\\s<>]+>$");
    private static final Pattern ADDRESS = Pattern.compile("^\\S+@\\S+$");

    private final Copy copy;

    EntryReader(Copy copy) {
        this.copy = copy;
    }

    /// The entry as an item, and each picture that comes with it.
    ///
    /// @throws Unreadable if nobody could find it again or nothing stands in it
    List<ParsedItem> read(Entry entry, FeedHead head) throws Unreadable {
        Set<String> remarks = new LinkedHashSet<>(entry.remarks());
        String guid = guid(entry, remarks);
        String headline = entry.title().line();
        Instant updated = moment("The time of its update", entry.updated(), remarks);
        Instant published = moment("The time it was published", entry.published(), remarks);
        Instant made = updated == null ? (published == null ? copy.receivedAt() : published) : updated;
        List<EditorNote> summaries = new ArrayList<>();
        Body body = body(entry, entry.link().isEmpty() ? head.base() : entry.link(), summaries, remarks);
        List<EditorNote> notes = new ArrayList<>(TextHead.notes(body, made));
        EditorNotes meant = EditorNotes.read(notes, made, remarks::add);
        StoryWords words = StoryWords.of(headline, "", body);
        notes.addAll(summaries);
        List<String> bylines = bylines(entry.authors().isEmpty() ? List.of(head.author()) : entry.authors(), notes);
        if (!entry.link().isEmpty() && !entry.link().equals(guid)) {
            notes.add(new EditorNote("link", entry.link()));
        }
        WireItem item = words.into(
                        WireItem.builder(copy.feed(), copy.feed(), guid, updated == null ? 1 : updated.toEpochMilli()))
                .purpose(PurposeReading.of(Status.USABLE, List.of(), words.headlineTags(), meant, ""))
                .firstCreated(published)
                .versionCreated(updated == null ? published : updated)
                .receivedAt(copy.receivedAt())
                .embargoedUntil(meant.embargo(null))
                .language(entry.language().isEmpty() ? head.language() : entry.language())
                .bylines(bylines)
                .creditLine(entry.source())
                .copyrightNotice(entry.rights().isEmpty() ? head.rights() : entry.rights())
                .usageTerms(entry.usage())
                .editorNotes(notes)
                .subjects(entry.subjects().stream().distinct().toList())
                .remarks(List.copyOf(remarks))
                .build();
        return EnclosedPicture.apart(
                new ParsedItem(item, entry.contentHash(), null, updated != null, null), entry.pictures());
    }

    /// The kill of an entry that its feed has taken back (RFC 6721).
    ///
    /// @param when as written
    /// @param comment why; empty where not sent
    ParsedItem takenBack(String guid, String when, String comment) throws Unreadable {
        if (guid.isBlank() || guid.length() > LONGEST_GUID) {
            throw new Unreadable("It takes back an entry without naming it");
        }
        Set<String> remarks = new LinkedHashSet<>();
        Instant moment = moment("The time it was taken back", when, remarks);
        Instant made = moment == null ? copy.receivedAt() : moment;
        WireItem item = WireItem.builder(copy.feed(), copy.feed(), guid.strip(), made.toEpochMilli())
                .status(Status.CANCELED)
                .purpose(Purpose.KILL)
                .versionCreated(made)
                .receivedAt(copy.receivedAt())
                .editorNotes(comment.isEmpty() ? List.of() : List.of(new EditorNote("", comment)))
                .remarks(List.copyOf(remarks))
                .build();
        return new ParsedItem(item, hash("deleted", guid, when), null, moment != null, null);
    }

    private static String guid(Entry entry, Set<String> remarks) throws Unreadable {
        String guid = entry.id().isEmpty() ? entry.link() : entry.id();
        if (guid.isEmpty()) {
            String words = entry.title().line();
            if (words.isEmpty()) {
                throw new Unreadable("It has neither a guid nor a link nor a title");
            }
            remarks.add("It has neither a guid nor a link; its title and its date stand for them");
            return "urn:sha256:" + hash("entry", words, entry.published());
        }
        if (guid.length() > LONGEST_GUID) {
            throw new Unreadable("Its guid has more than " + LONGEST_GUID + " characters");
        }
        return guid;
    }

    private static String hash(String... parts) {
        return ContentHash.of(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
    }

    /// The longest of the texts; the others where they say something else.
    private static Body body(Entry entry, String base, List<EditorNote> summaries, Set<String> remarks)
            throws Unreadable {
        List<Marked> all = new ArrayList<>(entry.contents());
        all.addAll(entry.summaries());
        List<Body> bodies = new ArrayList<>();
        List<String> letters = new ArrayList<>();
        List<Set<String>> said = new ArrayList<>();
        int longest = -1;
        for (Marked text : all) {
            Set<String> odd = new LinkedHashSet<>();
            List<Block> blocks = text.blocks(base, odd::add);
            bodies.add(new Body(blocks));
            said.add(odd);
            letters.add(TextLetters.of(bodies.getLast().plainText()));
            int now = letters.size() - 1;
            if (!blocks.isEmpty()
                    && (longest < 0
                            || letters.get(now).length() > letters.get(longest).length() * SAYS_MORE)) {
                longest = now;
            }
        }
        if (longest < 0) {
            return Body.EMPTY;
        }
        remarks.addAll(said.get(longest));
        for (int i = 0; i < all.size(); i++) {
            if (i != longest && !letters.get(longest).contains(letters.get(i))) {
                summaries.add(new EditorNote(
                        i < entry.contents().size() ? "text" : "summary",
                        bodies.get(i).plainText()));
            }
        }
        return bodies.get(longest);
    }

    /// Names as feeds write them, an e-mail address before or behind; an address alone is for the desk.
    private static List<String> bylines(List<String> authors, List<EditorNote> notes) {
        List<String> names = new ArrayList<>();
        for (String author : authors) {
            String name = author.strip();
            Matcher behind = NAME_BEHIND_ADDRESS.matcher(name);
            Matcher before = NAME_BEFORE_ADDRESS.matcher(name);
            if (behind.matches()) {
                name = behind.group(1);
            } else if (before.matches()) {
                name = before.group(1);
            }
            if (ADDRESS.matcher(name).matches()) {
                notes.add(new EditorNote("author", name));
            } else {
                names.add(name);
            }
        }
        return Bylines.names(names);
    }

    private static @Nullable Instant moment(String what, String text, Set<String> remarks) {
        if (text.isBlank()) {
            return null;
        }
        Instant moment = InternetDate.parse(text);
        if (moment == null) {
            remarks.add(what + " cannot be read: " + text.substring(0, Math.min(text.length(), 60)));
        }
        return moment;
    }
}
