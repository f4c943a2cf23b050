package org.broadsheet.ingest.anpa;

import org.jspecify.annotations.Nullable;

/// What stands before the text of a dispatch. The characters are the bytes as ISO 8859-1 has them.
///
/// @param service the service letter (ANPA) or the source (IPTC 7901), as sent; empty where the heading is gone
/// @param sequence the number of the dispatch in its service, with its leading noughts; empty where it is gone
/// @param selector the selector code (ANPA) or the further information behind the word count (IPTC 7901)
/// @param priority as sent; empty where it is gone
/// @param category as sent, in small letters; empty where it is gone
/// @param tabular whether the heading says that the text is set in columns (ANPA: DC2, `at`)
/// @param keyword the cycle, the slug and the words of its version (`BC-HARBOUR--Fees 1stLd-Writethru`)
/// @param month of the dispatch, 0 where it is not said
/// @param day of the dispatch, 0 where it is not said
/// @param words how many words the text has, as the heading says; `null` where it says nothing
/// @param end where the text or its STX begins
record Heading(
        String service,
        String sequence,
        String selector,
        String priority,
        String category,
        boolean tabular,
        String keyword,
        int month,
        int day,
        @Nullable Integer words,
        int end) {

    static final char SOH = '\u0001';
    static final char STX = '\u0002';
    static final char ETX = '\u0003';
    static final char EOT = '\u0004';
    static final char ENQ = '\u0005';
    static final char SYN = '\u0016';

    /// How a standard finds its headings.
    interface Finder {

        /// The heading that stands behind an SOH; `null` where none does.
        @Nullable
        Heading behindSoh(String raw, int at);

        /// The heading at the beginning of a line of a text whose control characters are gone; `null` where none is.
        @Nullable
        Heading bare(String raw, int at);
    }

    /// Where a line ends: its first CR or LF, at most so many characters away; the length of the text where none is.
    static int lineEnd(String raw, int at, int longest) {
        int limit = Math.min(raw.length(), at + longest);
        for (int i = at; i < limit; i++) {
            char c = raw.charAt(i);
            if (c == '\n' || c == '\r' || c == STX || c == ETX) {
                return i;
            }
        }
        return limit;
    }

    /// The beginning of the next line: behind CR, LF or both, in any number of CRs.
    static int nextLine(String raw, int lineEnd) {
        int at = lineEnd;
        while (at < raw.length() && raw.charAt(at) == '\r') {
            at++;
        }
        return at < raw.length() && raw.charAt(at) == '\n' ? at + 1 : at;
    }
}
