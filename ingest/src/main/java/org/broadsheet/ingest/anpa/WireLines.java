package org.broadsheet.ingest.anpa;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of a decoded text without what only machines need: control characters are left out and counted. A BS
/// (tab line indicator) and a DLE (space band) of teletypesetters become a tab and a blank.
///
/// @param lines each without its end
/// @param dropped how many control characters were left out
record WireLines(List<String> lines, int dropped) {

    /// A picture of a control character that a transport put in its place, at the beginning of a line.
    private static final Pattern REPLACED = Pattern.compile("^(?:&#[123];|[\u2401\u2402\u2403]|\\^[BC](?=$|[\\^\\t]))");

    static WireLines of(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int dropped = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && isLineEnd(text.charAt(i + 1))))) {
                lines.add(clean(line));
                line.setLength(0);
            } else if (c == '\b') {
                line.append('\t');
            } else if (c == '\u0010') {
                line.append(' ');
            } else if ((c >= ' ' && c != '\u007F') || c == '\t') {
                line.append(c);
            } else if (c == '\f' || c == '\u000B') {
                line.append(' ');
            } else if (c != '\r' && c > Heading.EOT && c != Heading.SYN) {
                dropped++;
            } else if (c == 0) {
                dropped++;
            }
        }
        if (!line.isEmpty()) {
            lines.add(clean(line));
        }
        return new WireLines(lines, dropped);
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\n';
    }

    private static String clean(StringBuilder line) {
        if (!line.isEmpty() && "&^\u2401\u2402\u2403".indexOf(line.charAt(0)) >= 0) {
            String head = line.length() > 8 ? line.substring(0, 8) : line.toString();
            var found = REPLACED.matcher(head);
            if (found.find()) {
                return line.substring(found.end());
            }
        }
        return line.toString();
    }
}
