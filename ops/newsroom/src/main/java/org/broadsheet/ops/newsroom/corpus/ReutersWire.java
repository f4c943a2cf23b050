package org.broadsheet.ops.newsroom.corpus;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts stories of the corpus back on the wire: each an ANPA 1312 dispatch with the service letter, number, selector,
/// priority, category, slug and date that came over the wire with it.
///
/// The corpus is a selection of several services and has some numbers more than once a day; in ANPA a number is the
/// dispatch's identity, and so the second gets the next free one of its service and day.
public final class ReutersWire {

    private static final Pattern FIRST = Pattern.compile("\u0001([A-Za-z])(\\d{4})\u001F([^\\r\\n]*)");
    private static final Pattern DAY = Pattern.compile("(\\d{2}-\\d{2})(?: \\d{1,5})?\\s*$");
    private static final int NUMBERS = 10_000;

    private final Set<String> taken = new HashSet<>();

    /// A dispatch and the file it lies in.
    ///
    /// @param name of the file, which no other story has
    /// @param bytes the dispatch
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    public record Dispatch(String name, byte[] bytes) {}

    /// The story as a dispatch.
    public Dispatch dispatch(ReutersStory story) {
        Matcher first = FIRST.matcher(story.heading());
        boolean headed = first.find();
        String service = headed ? first.group(1) : "f";
        int wanted = headed ? Integer.parseInt(first.group(2)) : story.number() % NUMBERS;
        String selector = headed ? first.group(3).strip() : "reute";
        String second = headed ? story.heading().substring(first.end()).strip() : "";
        String day = day(story, second);

        StringBuilder out = new StringBuilder();
        out.append("\u0016\u0016\u0001").append(service).append(number(service, wanted, day));
        out.append('\u001F').append(selector).append("\r\n");
        if (!second.isEmpty()) {
            out.append(second.replaceAll("\\s*\\n\\s*", " ")).append("\r\n");
        }
        out.append('\u0002');
        if (!story.title().isEmpty()) {
            out.append('^').append(story.title()).append("<\r\n");
        }
        if (!story.author().isEmpty()) {
            out.append('^').append(story.author()).append("=\r\n");
        }
        out.append(story.dateline()).append(story.body().stripTrailing().replace("\n", "\r\n"));
        out.append("\r\n\u0003\r\n");
        out.append(DateTimeFormatter.ofPattern("'RTR-WF-'MM-dd-yy HHmm", Locale.ROOT)
                .format(story.sent()));
        out.append("<\r\n");
        return new Dispatch(
                "reuters-%05d.anpa".formatted(story.number()), out.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /// As intake reckons it: the day of the heading, else that of the closing line.
    private static String day(ReutersStory story, String second) {
        Matcher day = DAY.matcher(second);
        return day.find()
                ? day.group(1)
                : DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT).format(story.sent());
    }

    private String number(String service, int wanted, String day) {
        for (int step = 0; step < NUMBERS; step++) {
            String number = "%04d".formatted((wanted + step) % NUMBERS);
            if (taken.add(service + number + day)) {
                return number;
            }
        }
        throw new IllegalStateException("All numbers of the service " + service + " are taken on " + day);
    }
}
