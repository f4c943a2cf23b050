package org.broadsheet.core.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.core.spelling.Agencies;
import org.broadsheet.core.spelling.Spacing;
import org.jspecify.annotations.Nullable;

/// Reads a credit line in any of the shapes the agencies use (`Sputnik/Mika Solberg/Pool via REUTERS/File Photo`,
/// `Mika Solberg/AFP via Getty Images`, `AP Photo/Mika Solberg, File`) as a [Credit], whose print is the house form.
/// Reading the print gives the same credit again. A line that does not parse is kept whole as the agency.
public final class CreditGrammar {

    private static final int LONGEST = 300;
    private static final int MOST_PARTS = 8;

    private CreditGrammar() {}

    /// The credit of a line; [Credit#NONE] for a line without a word.
    public static Reading read(String line) {
        String whole = Spacing.tidy(line);
        if (whole.isEmpty()) {
            return new Reading(Credit.NONE, true);
        }
        Credit credit = whole.length() > LONGEST ? null : parse(whole);
        if (credit != null) {
            String print = credit.print();
            if (print.equals(whole) || credit.equals(parse(print))) {
                return new Reading(credit, true);
            }
        }
        return new Reading(new Credit(whole, List.of(), false, false, null, false), false);
    }

    private static @Nullable Credit parse(String whole) {
        CreditParts parts = new CreditParts();
        String line = CreditLabels.take(withoutBrackets(CreditLabels.withoutTail(whole)), parts);
        int via = indexOfVia(line);
        String source = via < 0 ? line : line.substring(0, via);
        if (!takeParts(source, parts)) {
            return null;
        }
        if (via >= 0) {
            String passedOn = line.substring(via + (via == 0 ? 4 : 5)).strip();
            CreditParts behind = new CreditParts();
            if (!takeParts(passedOn, behind) || behind.names.isEmpty() || behind.names.size() > 2) {
                return null;
            }
            String distributor = behind.names.getFirst();
            if (behind.names.size() == 2) {
                // `Handout via REUTERS/Mika Solberg`: the photographer is named behind the agency
                parts.names.add(behind.names.get(1));
            }
            if (parts.isEmpty()) {
                parts.names.add(distributor); // `via REUTERS` and nothing before it: REUTERS is the source
                distributor = null;
            }
            return parts.credit(behind.handout, behind.pool, behind.file, distributor);
        }
        return parts.credit(false, false, false, null);
    }

    /// Sorts what stands between slashes and commas; false where a piece cannot stand in a credit.
    private static boolean takeParts(String text, CreditParts parts) {
        List<String> pieces = pieces(text);
        if (pieces.size() > MOST_PARTS) {
            return false;
        }
        for (String piece : pieces) {
            String rest = withoutWords(piece, parts);
            if (rest.isEmpty()) {
                continue;
            }
            rest = CreditLabels.withoutGiver(rest, parts);
            if (rest.isEmpty()) {
                continue;
            }
            int on = rest.indexOf(" for ");
            if (on > 0 && CreditWords.isPerson(rest.substring(0, on))) {
                parts.names.add(0, CreditWords.spelt(rest.substring(on + 5)));
                rest = rest.substring(0, on);
            }
            if (!couldBeName(rest)) {
                return false;
            }
            for (String name : rest.split(" (?:and|&) ", -1)) {
                parts.names.add(CreditWords.spelt(name));
            }
        }
        return true;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean divides =
                    c == '/' || c == '\\' || c == '|' || c == ',' || c == '\uFF0F' || c == ';' || c == '\u2044';
            boolean dash = Spacing.isDash(c) && i > 0 && text.charAt(i - 1) == ' ' && text.startsWith(" ", i + 1);
            boolean colon = c == ':' && Agencies.isKnown(piece.toString());
            if (divides || dash || colon) {
                addPiece(pieces, piece);
            } else {
                piece.append(c);
            }
        }
        addPiece(pieces, piece);
        return pieces;
    }

    private static void addPiece(List<String> pieces, StringBuilder piece) {
        String text = piece.toString().strip();
        piece.setLength(0);
        if (text.isEmpty()) {
            return;
        }
        boolean suffix = Set.of("jr", "jr.", "sr", "sr.", "ii", "iii").contains(text.toLowerCase(Locale.ROOT));
        if (suffix && !pieces.isEmpty()) {
            pieces.set(pieces.size() - 1, pieces.getLast() + " " + text);
            return;
        }
        // `Mika Solberg-POOL`, `Mika Solberg-Norland Press`
        int hyphen = text.lastIndexOf('-');
        String behind = text.substring(hyphen + 1);
        if (hyphen > 0
                && CreditWords.isPerson(text.substring(0, hyphen))
                && (CreditWords.saysPool(behind) || Agencies.isKnown(behind))) {
            pieces.add(text.substring(0, hyphen));
            pieces.add(behind);
            return;
        }
        // `Mika Solberg (Agence Nord)`
        int open = text.indexOf('(');
        if (open > 0 && text.endsWith(")")) {
            pieces.add(text.substring(0, open).strip());
            pieces.add(text.substring(open + 1, text.length() - 1).strip());
            return;
        }
        pieces.add(text);
    }

    /// A piece without the words that say pool, handout or file, which are noted.
    private static String withoutWords(String piece, CreditParts parts) {
        String rest = piece;
        boolean found = true;
        while (found && !rest.isEmpty()) {
            found = false;
            String[] words = rest.split(" ", -1);
            // The whole piece, else its last two words, its last, its first.
            if (words.length <= 3 && parts.note(rest)) {
                return "";
            }
            String last = words[words.length - 1];
            String lastTwo = words.length > 2 ? words[words.length - 2] + " " + last : "";
            if (!lastTwo.isEmpty() && CreditWords.startsLikeAWord(lastTwo) && parts.note(lastTwo)) {
                rest = rest.substring(0, rest.length() - lastTwo.length()).strip();
                found = true;
            } else if (words.length > 1 && CreditWords.isPlainWord(last) && parts.note(last)) {
                rest = rest.substring(0, rest.length() - last.length()).strip();
                found = true;
            } else if (words.length > 1 && CreditWords.isHandout(words[0]) && !words[0].equalsIgnoreCase("ho")) {
                parts.handout = true;
                rest = rest.substring(words[0].length()).strip();
                found = true;
            }
        }
        return rest;
    }

    private static boolean couldBeName(String text) {
        if (text.length() > 80 || text.split(" ", -1).length > 8) {
            return false;
        }
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            letter |= Character.isLetter(c);
            boolean allowed = Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || " .'’-‐‑&!+@_".indexOf(c) >= 0;
            if (!allowed) {
                return false;
            }
        }
        return letter && !text.equalsIgnoreCase("via");
    }

    private static int indexOfVia(String line) {
        if (line.regionMatches(true, 0, "via ", 0, 4)) {
            return 0;
        }
        for (int i = 0; i + 5 <= line.length(); i++) {
            char before = line.charAt(i);
            if ((before == ' ' || before == '/' || before == ',') && line.regionMatches(true, i + 1, "via ", 0, 4)) {
                return i;
            }
        }
        return -1;
    }

    private static String withoutBrackets(String whole) {
        String text = whole;
        while (text.length() > 2 && (text.startsWith("(") || text.startsWith("["))) {
            char close = text.charAt(0) == '(' ? ')' : ']';
            String end = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
            if (end.indexOf(close) != end.length() - 1) {
                return text;
            }
            text = end.substring(1, end.length() - 1).strip();
        }
        boolean point = text.endsWith(".")
                && text.length() > 4
                && !text.toLowerCase(Locale.ROOT).endsWith("r.");
        return point ? text.substring(0, text.length() - 1) : text;
    }

    /// A credit line taken apart.
    ///
    /// @param credit what it says
    /// @param understood whether it parsed; if not, the whole line is the credit's agency
    public record Reading(Credit credit, boolean understood) {}
}
