package org.broadsheet.ingest.anpa;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.format.Unreadable;

/// Cuts a payload into its dispatches: each begins with an SOH and a heading, or, where transports took the control
/// characters away, with the lines of a heading.
///
/// @param found those that were cut out, in the order of the payload
/// @param more whether there are more than are cut out of one payload
record Dispatches(List<Dispatch> found, boolean more) {

    /// How many dispatches one payload may hold.
    static final int MOST = 20_000;

    private static final int HEAD = 2_048;

    /// Whether a payload begins with a heading of a standard: within its first bytes, with nothing before it but what
    /// transports send.
    static boolean begins(String raw, Heading.Finder standard) {
        String head = raw.length() > HEAD ? raw.substring(0, HEAD) : raw;
        for (int at = head.indexOf(Heading.SOH); at >= 0; at = head.indexOf(Heading.SOH, at + 1)) {
            if (standard.behindSoh(head, at + 1) != null) {
                return true;
            }
        }
        return standard.bare(head, firstLine(head)) != null;
    }

    /// Cuts out all dispatches.
    ///
    /// @throws Unreadable if there is none
    static Dispatches of(String raw, Heading.Finder standard) throws Unreadable {
        List<Start> starts = new ArrayList<>();
        boolean more = bySoh(raw, standard, starts);
        boolean bare = starts.isEmpty();
        if (bare) {
            more = byLines(raw, standard, starts);
        }
        if (starts.isEmpty()) {
            throw new Unreadable("No dispatch begins in it");
        }
        List<Dispatch> found = new ArrayList<>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1).at : raw.length();
            found.add(cut(raw, start.heading, Math.max(start.heading.end(), 0), end, bare));
        }
        return new Dispatches(found, more);
    }

    private static boolean bySoh(String raw, Heading.Finder standard, List<Start> starts) {
        for (int at = raw.indexOf(Heading.SOH); at >= 0; at = raw.indexOf(Heading.SOH, at + 1)) {
            Heading heading = standard.behindSoh(raw, at + 1);
            if (heading != null) {
                if (starts.size() == MOST) {
                    return true;
                }
                starts.add(new Start(at, heading));
            }
        }
        return false;
    }

    /// A new dispatch begins with a heading at the beginning of a line; one that begins with a caret line alone is
    /// looked for at the payload's head only, since caret lines stand inside a text too.
    private static boolean byLines(String raw, Heading.Finder standard, List<Start> starts) {
        int at = firstLine(raw);
        while (at >= 0 && at < raw.length()) {
            Heading heading = mayBegin(raw, at) ? standard.bare(raw, at) : null;
            if (heading != null && (starts.isEmpty() || !heading.sequence().isEmpty())) {
                if (starts.size() == MOST) {
                    return true;
                }
                starts.add(new Start(at, heading));
                at = Math.max(heading.end(), at + 1);
                continue;
            }
            int feed = raw.indexOf('\n', at);
            at = feed < 0 ? -1 : feed + 1;
        }
        return false;
    }

    private static boolean mayBegin(String raw, int at) {
        char c = raw.charAt(at);
        return c != '\t' && c != ' ' && c != '\n';
    }

    private static int firstLine(String raw) {
        int at = 0;
        while (at < raw.length() && (raw.charAt(at) <= ' ' || raw.charAt(at) == '\u007F')) {
            at++;
        }
        return at;
    }

    private static Dispatch cut(String raw, Heading heading, int from, int to, boolean bare) {
        int stx = before(raw.indexOf(Heading.STX, from), to);
        int etx = before(raw.indexOf(Heading.ETX, Math.max(stx, from)), to);
        int begin = stx < 0 || (etx >= 0 && stx > etx) ? from : stx;
        String between = begin == from ? "" : raw.substring(from, begin);
        int end = etx < 0 ? to : etx;
        String trailer = etx < 0 ? "" : trailer(raw.substring(etx + 1, to));
        return new Dispatch(
                heading, between, raw.substring(Math.min(begin, end), end), trailer, stx >= 0, etx >= 0 || bare);
    }

    private static int before(int at, int limit) {
        return at < limit ? at : -1;
    }

    /// What belongs to the next dispatch already (its SYNs, the service line behind ENQs) is no trailer.
    private static String trailer(String behind) {
        int end = behind.length();
        int enq = behind.indexOf(Heading.ENQ);
        int syn = behind.indexOf(Heading.SYN);
        end = enq >= 0 ? Math.min(end, enq) : end;
        end = syn >= 0 ? Math.min(end, syn) : end;
        return behind.substring(0, end);
    }

    private record Start(int at, Heading heading) {}
}
