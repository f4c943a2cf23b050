package org.broadsheet.ingest.routing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/// Which subject codes are below which: a rule for `economy` is also for `inflation`. Codes are compared by their last
/// eight digits where they end in them, because agencies write one topic with different prefixes (IPTC NewsCodes).
final class TopicTree {

    private static final List<Stretch> STRETCHES = stretches();

    private TopicTree() {}

    /// A code as it is compared: the eight digits at its end, else the code in small letters.
    static String comparable(String code) {
        String bare = code.strip();
        return endsInTopic(bare) ? bare.substring(bare.length() - 8) : bare.toLowerCase(Locale.ROOT);
    }

    /// A comparable code with all that are known to be broader.
    static Set<String> withBroader(String comparable) {
        if (!endsInTopic(comparable)) {
            return Set.of(comparable);
        }
        Set<String> all = new LinkedHashSet<>();
        all.add(comparable);
        if (comparable.startsWith("2")) {
            int number = Integer.parseInt(comparable);
            for (Stretch stretch : STRETCHES) {
                if (number >= stretch.from() && number <= stretch.to()) {
                    all.add(stretch.broader());
                }
            }
        } else {
            // The older subject codes say it themselves: two digits subject, three matter, three detail.
            all.add(comparable.substring(0, 5) + "000");
            all.add(comparable.substring(0, 2) + "000000");
        }
        return all;
    }

    private static boolean endsInTopic(String code) {
        int start = code.length() - 8;
        if (start < 0 || start > 0 && code.charAt(start - 1) != ':' && code.charAt(start - 1) != '/') {
            return false;
        }
        for (int i = start; i < code.length(); i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static List<Stretch> stretches() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(TopicTree.class.getResourceAsStream("topic-ranges.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Stretch> stretches = new ArrayList<>();
        for (String range : properties.stringPropertyNames()) {
            stretches.add(new Stretch(
                    Integer.parseInt(range.substring(0, 8)),
                    Integer.parseInt(range.substring(9)),
                    properties.getProperty(range)));
        }
        return List.copyOf(stretches);
    }

    private record Stretch(int from, int to, String broader) {}
}
