package org.broadsheet.ingest.anpa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.core.spelling.Agencies;
import org.broadsheet.core.spelling.Spacing;
import org.broadsheet.core.wire.EditorsNoteGrammar;
import org.broadsheet.core.wire.Embargo;
import org.broadsheet.core.wire.WireItem.EditorNote;
import org.jspecify.annotations.Nullable;

/// The lines over a text, told apart by their words: slug, headline, deck, byline, notes to editors, picture numbers.
final class HeadLines {

    private static final Pattern SLUG = Pattern.compile("(?:AM|PM|BC|AP)-\\S(?:.*--.*|.*,\\s?\\d{1,5})");
    private static final Pattern STORY_NUMBER = Pattern.compile("\\*\\d{1,8}");
    private static final Pattern BY = Pattern.compile("(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or) (?=\\p{Lu})(.{2,120})");
    private static final Pattern AND = Pattern.compile(" (?:and|und|et|y|&) ");
    private static final Pattern JOB = Pattern.compile(
            "(?i).*\\b(?:writers?|editors?|correspondents?|reporters?|columnist|analyst|chief|bureau|staff|press|photographer)\\b.*");
    private static final Pattern NOTE = Pattern.compile(
            "(?i)(?:eds?[:.]|eds? note|editors?[:,]|editors?['’]s?,? note|editor['’]s note|note to editors|"
                    + "attention editors|advance for|adv for|hold for|for release|for use|embargo|sperrfrist|"
                    + "not for publication|(?:an )?advisory:|updates?:|stand alone|achtung:|hinweis:).*");

    /// A headline may begin with these words too; below one, they begin a note.
    private static final Pattern NOTE_BELOW =
            Pattern.compile("(?i)(?:adds|updates|corrects|eliminates|kills?|recasts)\\b.*");
    private static final Pattern LABEL = Pattern.compile("([A-Z][A-Za-z]{1,14}): ?(\\S.*)");
    private static final Pattern PHOTOS = Pattern.compile(
            "(?i)(?:with )?(?:(?:[a-z]{2,9}|northwind) )?(?:photos?|graphics?|videos?|audio|pictures?)[ :]+(.+)");
    private static final Pattern PHOTO = Pattern.compile("[A-Z]{1,8}\\d{1,6}");
    private static final int LONGEST_DECK = 100;

    private final Instant made;
    private final List<String> bylines = new ArrayList<>();
    private final List<EditorNote> notes = new ArrayList<>();
    private final List<String> photos = new ArrayList<>();
    private final List<String> keywords = new ArrayList<>();
    private final List<String> decks = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private SlugWords.@Nullable Counted slug;
    private String headline = "";
    private boolean underByline;

    /// @param made when the dispatch was made, for embargoes that name no year
    HeadLines(Instant made) {
        this.made = made;
    }

    /// One line over the text, without its signs for the setting machine.
    void take(String line) {
        String words = SetType.readable(Spacing.tidy(line));
        boolean below = underByline;
        underByline = false;
        if (words.isEmpty()) {
            return;
        }
        if (STORY_NUMBER.matcher(words).matches()) {
            remarks.add("The agency's own number of it: " + words.substring(1));
        } else if (slug == null && SLUG.matcher(words).matches()) {
            slug = SlugWords.Counted.of(words);
        } else if (byline(words)) {
            underByline = true;
        } else if (below
                && words.length() <= LONGEST_DECK
                && (JOB.matcher(words).matches() || Agencies.isKnown(words))) {
            remarks.add("Under the byline: " + words);
        } else if (!isNote(words) && !isPhotos(words)) {
            title(words);
        }
    }

    /// A line that is the keyword line of IPTC 7901.
    void keyword(String line) {
        String words = Spacing.tidy(line);
        if (slug == null) {
            slug = SlugWords.Counted.of(words);
        } else {
            remarks.add("Further words over the text: " + words);
        }
    }

    /// Whether a line is a byline; it is kept if so.
    boolean byline(String words) {
        Matcher by = BY.matcher(words);
        if (!by.matches() || (words.endsWith(".") && !namesAgency(words))) {
            return false;
        }
        for (String name : AND.split(by.group(1))) {
            if (!name.isBlank() && !bylines.contains(name.strip())) {
                bylines.add(name.strip());
            }
        }
        return true;
    }

    /// Some bylines end in a full stop (`By Colin Reed, Reuters.`), as sentences do.
    private static boolean namesAgency(String words) {
        int comma = words.lastIndexOf(',');
        return comma > 0
                && Agencies.isKnown(
                        words.substring(comma + 1, words.length() - 1).strip());
    }

    /// Whether a line is a note to editors, or a label with what it says; it is kept if so.
    boolean isNote(String words) {
        if (NOTE.matcher(words).matches()
                || (hasHeadline() && NOTE_BELOW.matcher(words).matches())
                || isEmbargo(words)) {
            notes.add(new EditorNote("", words));
            return true;
        }
        Matcher label = LABEL.matcher(words);
        if (!label.matches()) {
            return false;
        }
        switch (label.group(1).toLowerCase(Locale.ROOT)) {
            case "index", "symbol", "keywords", "subject" -> {
                for (String each : label.group(2).split("[,;]")) {
                    if (!each.isBlank()) {
                        keywords.add(each.strip());
                    }
                }
            }
            case "update", "note", "code", "editors", "budget" -> notes.add(new EditorNote("", words));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean isEmbargo(String words) {
        return words.length() <= 300
                && !(EditorsNoteGrammar.read(words, made).embargo() instanceof Embargo.None)
                && words.toUpperCase(Locale.ROOT).equals(words);
    }

    private boolean isPhotos(String words) {
        Matcher line = PHOTOS.matcher(words);
        if (!line.matches()) {
            return false;
        }
        List<String> found =
                PHOTO.matcher(line.group(1)).results().map(id -> id.group()).toList();
        String left = PHOTO.matcher(line.group(1)).replaceAll("").replaceAll("[\\s,;.&]|and", "");
        if (found.isEmpty() || !left.isEmpty()) {
            return false;
        }
        found.stream().filter(id -> !photos.contains(id)).forEach(photos::add);
        return true;
    }

    private void title(String words) {
        if (headline.isEmpty()) {
            headline = words;
        } else if (words.length() > LONGEST_DECK) {
            notes.add(new EditorNote("summary", words));
        } else {
            decks.add(words);
        }
    }

    void note(String role, String text) {
        notes.add(new EditorNote(role, text));
    }

    boolean hasSlug() {
        return slug != null;
    }

    boolean hasHeadline() {
        return !headline.isEmpty();
    }

    /// The lines under the headline that are no summary.
    List<String> decks() {
        return List.copyOf(decks);
    }

    DispatchText with(Paragraphs paragraphs, Closing closing) {
        return new DispatchText(
                slug,
                headline,
                List.copyOf(bylines),
                List.copyOf(notes),
                List.copyOf(photos),
                List.copyOf(keywords),
                paragraphs.blocks(),
                closing,
                List.copyOf(remarks));
    }
}
