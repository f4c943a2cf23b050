package org.broadsheet.ingest.markup;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadsheet.ingest.format.Unreadable;

/// Looks over the tags of HTML before anything is built of them. Untidy HTML is put in order by opening what was left
/// open again in each paragraph, so that a few megabytes can ask for gigabytes.
final class TagCount {

    private static final int MOST_TAGS = 200_000;
    private static final int MOST_BUILT = 500_000;
    private static final Set<String> OPENED_AGAIN =
            Set.of("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u");
    private static final int LONGEST_NAME = 6;

    private final Map<String, Integer> open = new HashMap<>();
    private int tags;
    private int openNow;
    private int openAtMost;

    private TagCount() {}

    /// @throws Unreadable if more would be built of it than any story has
    static void check(String html) throws Unreadable {
        TagCount count = new TagCount();
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            count.tag(html, at + 1);
        }
        if (count.tags > MOST_TAGS) {
            throw new Unreadable("The HTML has %,d tags; at most %,d are read".formatted(count.tags, MOST_TAGS));
        }
        long built = (long) count.tags * Math.min(count.openAtMost, MarkupReader.DEEPEST);
        if (built > MOST_BUILT) {
            throw new Unreadable("The HTML leaves %,d elements open in %,d tags, which no story does"
                    .formatted(count.openAtMost, count.tags));
        }
    }

    private void tag(String html, int at) {
        boolean ends = at < html.length() && html.charAt(at) == '/';
        int start = ends ? at + 1 : at;
        int end = start;
        while (end < html.length() && end - start <= LONGEST_NAME && isLetter(html.charAt(end))) {
            end++;
        }
        if (end == start) {
            return;
        }
        tags++;
        if (end - start > LONGEST_NAME) {
            return;
        }
        String name = html.substring(start, end).toLowerCase(Locale.ROOT);
        if (!OPENED_AGAIN.contains(name)) {
            return;
        }
        int before = open.getOrDefault(name, 0);
        if (ends && before > 0) {
            open.put(name, before - 1);
            openNow--;
        } else if (!ends) {
            open.put(name, before + 1);
            openNow++;
            openAtMost = Math.max(openAtMost, openNow);
        }
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
