package org.broadsheet.core.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.broadsheet.core.spelling.Spacing;
import org.jspecify.annotations.Nullable;

/// Reads the sign-off at the end of a story (`(Reporting by Ines Halloran in Vastholm; Editing by Osei Danquah)`), with
/// brackets or without, divided by semicolons or commas, with `by` or a colon. What does not read as one stays in the
/// text.
public final class SignOffGrammar {

    private static final int LONGEST = 2000;
    private static final int PARAGRAPHS_LOOKED_AT = 5;

    private static final Set<String> JOBS = Set.of(
            "reporting",
            "reported",
            "writing",
            "written",
            "editing",
            "edited",
            "compiled",
            "compilation",
            "translation",
            "translating",
            "translated",
            "graphics",
            "graphic",
            "photography",
            "filming",
            "filmed",
            "video",
            "polling",
            "research",
            "researched",
            "production",
            "produced",
            "rewriting",
            "interviewing",
            "data",
            "analysis",
            "illustration",
            "illustrations",
            "photos",
            "subbing",
            "subediting",
            "sub-editing");

    private static final Set<String> SIDE_WORDS = Set.of(
            "additional", "further", "extra", "more", "original", "other", "contributing", "contributed", "and", "&");

    private static final Set<String> SMALL_NAME_WORDS = Set.of(
            "de",
            "del",
            "della",
            "di",
            "da",
            "das",
            "dos",
            "do",
            "du",
            "des",
            "la",
            "le",
            "van",
            "von",
            "vom",
            "zu",
            "der",
            "den",
            "ter",
            "ten",
            "op",
            "bin",
            "bint",
            "ibn",
            "al",
            "el",
            "y",
            "e",
            "i",
            "af",
            "av",
            "the",
            "of",
            "our",
            "bureau",
            "bureaus",
            "bureaux",
            "newsroom",
            "newsrooms",
            "staff",
            "desk",
            "team",
            "agencies",
            "office",
            "correspondents",
            "correspondent",
            "reporters",
            "writers",
            "writer",
            "d'",
            "for",
            "dpa",
            "ritzau");

    private static final Set<String> SUFFIXES =
            Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "phd", "m.d.", "ph.d.");

    private SignOffGrammar() {}

    /// The sign-off a paragraph consists of; [SignOff#NONE] where the paragraph is anything else.
    public static SignOff read(String paragraph) {
        if (paragraph.length() > LONGEST) {
            return SignOff.NONE;
        }
        String text = withoutBrackets(Spacing.tidy(paragraph));
        List<Clause> clauses = clauses(text);
        if (clauses.isEmpty() || clauses.getFirst().start != 0) {
            return SignOff.NONE;
        }
        List<SignOff.Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < clauses.size(); i++) {
            int end = i + 1 < clauses.size() ? clauses.get(i + 1).start : text.length();
            List<SignOff.Person> people = SignOffPeople.read(text.substring(clauses.get(i).names, end));
            if (people.isEmpty()) {
                return SignOff.NONE;
            }
            contributions.add(new SignOff.Contribution(clauses.get(i).role, people));
        }
        return new SignOff(contributions);
    }

    /// Takes the sign-off off a body. It stands in one or more of the last paragraphs, or in brackets at the end of
    /// one; a line of the agency's own below it (`Our Standards: …`) stays. A paragraph of which nothing is left is
    /// dropped.
    public static Split<SignOff> splitOff(Body body) {
        List<Block> rest = new ArrayList<>(body.blocks());
        List<SignOff.Contribution> contributions = new ArrayList<>();
        int lowest = Math.max(0, rest.size() - PARAGRAPHS_LOOKED_AT);
        for (int i = rest.size() - 1; i >= lowest; i--) {
            if (!(rest.get(i) instanceof Block.Paragraph paragraph)) {
                if (contributions.isEmpty()) {
                    continue;
                }
                break;
            }
            Tail tail = tail(paragraph.plainText());
            if (tail == null) {
                if (contributions.isEmpty()) {
                    continue;
                }
                break;
            }
            contributions.addAll(0, tail.signOff.contributions());
            List<Inline> left = new ArrayList<>(Inline.slice(paragraph.content(), 0, tail.start));
            left.addAll(Inline.slice(paragraph.content(), tail.end, Integer.MAX_VALUE));
            if (left.isEmpty()) {
                rest.remove(i);
            } else {
                rest.set(i, new Block.Paragraph(left));
            }
            if (tail.start > 0) {
                break; // the story's own words stand before it
            }
        }
        return contributions.isEmpty()
                ? new Split<>(SignOff.NONE, body)
                : new Split<>(new SignOff(contributions), new Body(rest));
    }

    /// Where in a paragraph its sign-off stands: the whole paragraph, or a bracket at its end.
    private static @Nullable Tail tail(String text) {
        SignOff whole = read(text);
        if (!whole.isEmpty()) {
            return new Tail(0, text.length(), whole);
        }
        int open = Math.max(0, text.length() - LONGEST);
        while ((open = text.indexOf('(', open)) >= 0) {
            int word = Spacing.skip(text, open + 1);
            if (jobAt(text, word) != null) {
                int close = text.indexOf(')', word);
                int end = close < 0 ? text.length() : close + 1;
                int next = Spacing.skip(text, end);
                boolean last = next == text.length() || text.startsWith("((", next) || text.startsWith(".", next);
                SignOff inBrackets = last ? read(text.substring(open, end)) : SignOff.NONE;
                if (!inBrackets.isEmpty()) {
                    return new Tail(
                            Spacing.skipBack(text, open),
                            text.startsWith("((", next) ? next : text.length(),
                            inBrackets);
                }
            }
            open++;
        }
        return null;
    }

    private static String withoutBrackets(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && (text.charAt(start) == '(' || text.charAt(start) == '[' || text.charAt(start) == ' ')) {
            start++;
        }
        while (end > start && " )].;,".indexOf(text.charAt(end - 1)) >= 0) {
            if (text.charAt(end - 1) == '.' && endsInSuffix(text, start, end)) {
                break;
            }
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean endsInSuffix(String text, int start, int end) {
        int word = end;
        while (word > start && text.charAt(word - 1) != ' ') {
            word--;
        }
        return isSuffix(text.substring(word, end));
    }

    static boolean isSuffix(String word) {
        return SUFFIXES.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isSmallNameWord(String word) {
        return SMALL_NAME_WORDS.contains(word);
    }

    private static List<Clause> clauses(String text) {
        List<Clause> clauses = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            boolean divided = at == 0 || ";,./–—-".indexOf(text.charAt(Spacing.skipBack(text, at) - 1)) >= 0;
            boolean afterAnd = at >= 4 && text.regionMatches(true, at - 4, "and ", 0, 4);
            if (divided || afterAnd || Character.isUpperCase(text.charAt(at))) {
                Clause clause = jobAt(text, at);
                if (clause != null) {
                    clauses.add(clause);
                    at = clause.names;
                    continue;
                }
            }
            int space = text.indexOf(' ', at);
            int semicolon = text.indexOf(';', at);
            int next = space < 0 ? semicolon : semicolon < 0 ? space : Math.min(space, semicolon);
            if (next < 0) {
                break;
            }
            at = Spacing.skip(text, next + 1);
        }
        return clauses;
    }

    /// The job named at a place (`Additional reporting by`), `null` where none is.
    private static @Nullable Clause jobAt(String text, int start) {
        int at = start;
        boolean job = false;
        List<String> words = new ArrayList<>();
        while (words.size() < 7 && at < text.length()) {
            int end = at;
            while (end < text.length() && !Spacing.isSpace(text.charAt(end)) && ":;,()".indexOf(text.charAt(end)) < 0) {
                end++;
            }
            String word = text.substring(at, end).toLowerCase(Locale.ROOT);
            char stop = end < text.length() ? text.charAt(end) : ' ';
            if (word.equals("by") && job) {
                return new Clause(start, stop == ':' ? end + 1 : end, role(words));
            }
            boolean with = words.isEmpty() && (word.equals("with") || word.equals("and"));
            if (JOBS.contains(word)) {
                job = true;
            } else if (!SIDE_WORDS.contains(word) && !with) {
                return null;
            }
            if (!with) {
                words.add(word);
            }
            int next = Spacing.skip(text, end);
            if (next < text.length() && text.charAt(next) == ':' && job) {
                return new Clause(start, next + 1, role(words));
            }
            if (stop == ',' && !words.isEmpty()) {
                words.set(words.size() - 1, words.getLast() + ",");
                next = Spacing.skip(text, end + 1);
            } else if (stop == ';' || stop == '(' || stop == ')') {
                return null;
            }
            at = next;
        }
        return null;
    }

    private static String role(List<String> words) {
        String role = String.join(" ", words).replace(" & ", " and ");
        return role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1);
    }

    /// A job in the text; `names` is where the people who did it begin.
    private record Clause(int start, int names, String role) {}

    private record Tail(int start, int end, SignOff signOff) {}
}
