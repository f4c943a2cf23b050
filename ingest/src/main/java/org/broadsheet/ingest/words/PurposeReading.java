package org.broadsheet.ingest.words;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.core.story.HeadlineTag;
import org.broadsheet.core.wire.WireItem.Purpose;
import org.broadsheet.core.wire.WireItem.Status;

/// Tells what a version was sent for, from everything that may say so: its status, its signals, the tags of its
/// headline, its notes to editors and its slugline. The gravest counts: a kill before a correction, a correction before
/// an update.
public final class PurposeReading {

    /// IPTC `sig:`, and the edit status of one large agency (N new, U update, C correction, D deletion).
    private static final Set<String> CORRECTS = Set.of("sig:correction", "edstat:c", "sig:corrected");

    private static final Set<String> UPDATES = Set.of("sig:update", "edstat:u", "sig:updated");
    private static final Set<String> KILLS = Set.of("sig:kill", "sig:cancel", "sig:canceled", "edstat:d");
    private static final Set<String> ADVISES = Set.of("sig:advisory", "sig:advis");

    private static final Set<String> KILL_WORDS = Set.of(
            "KILL",
            "KILLED",
            "WITHDRAWN",
            "WITHDRAWAL",
            "WITHDRAW",
            "ELIMINATE",
            "ELIMINATED",
            "ZURÜCKGEZOGEN",
            "ZURUECKGEZOGEN",
            "STORNO");
    private static final Set<String> ADVISORY_WORDS = Set.of("ADVISORY", "ADVISE", "ADVIS");
    private static final Set<String> CORRECTION_WORDS =
            Set.of("CORRECTION", "CORRECTED", "CORRECTIVE", "BERICHTIGUNG", "KORREKTUR");
    private static final Pattern BETWEEN = Pattern.compile("[\\s/(),_-]+");
    private static final Pattern WRITE_THROUGH =
            Pattern.compile("(?i)(^|[\\s/,(-])(\\d+(st|nd|rd|th)[ -]?ld[ -])?write-?th?ru(gh|ough)?($|[\\s/,)-])");
    private static final Pattern LEAD =
            Pattern.compile("(?i)(^|[\\s/,(-])\\d+(st|nd|rd|th)[ -]?(ld|lead|add)($|[\\s/,)-])");

    private PurposeReading() {}

    /// What a version was sent for.
    ///
    /// @param status as its field says
    /// @param signals codes with their prefix, such as `sig:correction`
    /// @param tags parsed off the headline
    /// @param notes what its notes to editors mean
    /// @param slugline as sent; words in capitals at either end of it count (`KILL`, `-Advisory`), not inside it
    public static Purpose of(
            Status status, List<String> signals, List<HeadlineTag> tags, EditorNotes notes, String slugline) {
        Set<String> codes = Set.copyOf(
                signals.stream().map(code -> code.toLowerCase(Locale.ROOT)).toList());
        Ends slug = Ends.of(slugline);
        if (status == Status.CANCELED
                || any(codes, KILLS)
                || tagged(tags, HeadlineTag.Kind.KILL, HeadlineTag.Kind.WITHDRAWN)
                || notes.kill()
                || slug.is(KILL_WORDS)) {
            return Purpose.KILL;
        }
        if (any(codes, CORRECTS)
                || tagged(tags, HeadlineTag.Kind.CORRECTED, HeadlineTag.Kind.REFILE)
                || notes.correction()
                || slug.is(CORRECTION_WORDS)) {
            return Purpose.CORRECTION;
        }
        if (any(codes, ADVISES) || tagged(tags, HeadlineTag.Kind.ADVISORY) || slug.is(ADVISORY_WORDS)) {
            return Purpose.ADVISORY;
        }
        if (WRITE_THROUGH.matcher(slugline).find()) {
            return Purpose.WRITE_THROUGH;
        }
        boolean updates = any(codes, UPDATES)
                || tagged(tags, HeadlineTag.Kind.UPDATE, HeadlineTag.Kind.WRAPUP)
                || LEAD.matcher(slugline).find();
        return updates ? Purpose.UPDATE : Purpose.STORY;
    }

    private static boolean any(Set<String> codes, Set<String> wanted) {
        return codes.stream().anyMatch(wanted::contains);
    }

    private static boolean tagged(List<HeadlineTag> tags, HeadlineTag.Kind one, HeadlineTag.Kind... others) {
        Set<HeadlineTag.Kind> wanted = java.util.EnumSet.of(one, others);
        return tags.stream().anyMatch(tag -> wanted.contains(tag.kind()));
    }

    /// The first and the last word of a slugline, in capitals; a slugline in small letters has none that count, but
    /// for the last.
    private record Ends(String first, String last) {

        static Ends of(String slugline) {
            List<String> words = BETWEEN.splitAsStream(slugline)
                    .filter(word -> !word.isEmpty())
                    .toList();
            if (words.isEmpty()) {
                return new Ends("", "");
            }
            return new Ends(words.getFirst(), words.getLast().toUpperCase(Locale.ROOT));
        }

        boolean is(Set<String> wanted) {
            return wanted.contains(first) || wanted.contains(last);
        }
    }
}
