package org.broadsheet.core.picture;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What agencies write before and behind a credit that is no part of it: labels, and words to picture editors. A label
/// may say that the picture is from the files or was given out.
final class CreditLabels {

    private static final List<String> LABELS = List.of(
            "photo credit should read:",
            "photo credit should read",
            "picture credit should read:",
            "picture credit should read",
            "mandatory photo credit:",
            "mandatory credit:",
            "mandatory credit",
            "photo credit:",
            "picture credit:",
            "image credit:",
            "photographer:",
            "credit:",
            "photograph by",
            "staff photo by",
            "photo by:",
            "photo by",
            "photos by",
            "picture by:",
            "picture by",
            "image by",
            "photo:",
            "picture:",
            "foto:",
            "image:",
            "by",
            "©",
            "(c)");

    private static final List<String> FILE_LABELS = List.of(
            "file photograph:",
            "file photo:",
            "file picture:",
            "file image:",
            "archive photo:",
            "archive picture:",
            "library photo:",
            "library picture:",
            "archivfoto:");

    /// What follows from here on is for picture editors.
    private static final List<String> TAILS = List.of(
            "attention editors",
            "mandatory credit",
            "editorial use only",
            "no resales",
            "no archives",
            "no archive",
            "not for sale",
            "best quality available",
            "tpx images of the day");

    /// The subject, or somebody on its behalf, gave the picture out.
    private static final Pattern GIVEN_OUT = Pattern.compile("(?i)^(?:(?:photo|picture|image|photograph)s? )?"
            + "(?:(?:issued|released|provided|supplied|distributed|made available) by(?: the)?|courtesy(?: of)?)"
            + " (?<giver>\\S.*)$");

    private static final Pattern GIVEN_OUT_BY_NOBODY = Pattern.compile("(?i)^(?:supplied|submitted|provided)$");

    /// `Norland Navy photo by Tom Reed`.
    private static final Pattern OFFICE_PHOTO =
            Pattern.compile("(?i)^(?<office>\\S.{0,60}?) (?:photo|photograph|picture) by (?<name>\\S.*)$");

    private CreditLabels() {}

    /// A line without the words to picture editors behind it.
    static String withoutTail(String line) {
        String lower = line.toLowerCase(Locale.ROOT);
        int end = line.length();
        for (String tail : TAILS) {
            int at = lower.indexOf(" " + tail);
            if (at > 0 && at < end) {
                end = at;
            }
        }
        while (end > 0 && end < line.length() && " -.,;:/–—".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }

    /// A line without its label; what the label says is noted.
    static String take(String line, CreditParts parts) {
        for (String label : FILE_LABELS) {
            if (begins(line, label)) {
                parts.file = true;
                return line.substring(label.length()).strip();
            }
        }
        for (String label : LABELS) {
            if (begins(line, label)) {
                return line.substring(label.length()).strip();
            }
        }
        return line;
    }

    private static boolean begins(String line, String label) {
        if (line.length() <= label.length() || !line.regionMatches(true, 0, label, 0, label.length())) {
            return false;
        }
        return line.charAt(label.length()) == ' ' || !Character.isLetterOrDigit(label.charAt(label.length() - 1));
    }

    /// A piece without the words that say who gave the picture out, or for whom it was taken; both are noted.
    static String withoutGiver(String piece, CreditParts parts) {
        Matcher given = GIVEN_OUT.matcher(piece);
        if (given.matches()) {
            parts.handout = true;
            return given.group("giver").strip();
        }
        if (GIVEN_OUT_BY_NOBODY.matcher(piece).matches()) {
            parts.handout = true;
            return "";
        }
        if (piece.length() > 3 && piece.startsWith("HO") && (piece.charAt(2) == '-' || piece.charAt(2) == '–')) {
            parts.handout = true;
            return piece.substring(3).strip();
        }
        Matcher office = OFFICE_PHOTO.matcher(piece);
        if (office.matches() && CreditWords.isOffice(office.group("office"))) {
            parts.names.add(office.group("office"));
            return office.group("name");
        }
        return piece;
    }
}
