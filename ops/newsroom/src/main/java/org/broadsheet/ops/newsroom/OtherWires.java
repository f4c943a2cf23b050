package org.broadsheet.ops.newsroom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The feeds beside the agency's: a forecast as RSS, press releases as ninjs, a telegraph line as ANPA 1312, a
/// statement by e-mail. One file is cut off on purpose, so that quarantine has something to show.
///
/// The texts stand in files; `«iso-95»` is the moment 95 minutes ago, `«rfc-95»` the same as e-mail writes it, `«day»`
/// and `«weekday»` the day, `«mm-dd»` the day as telegraphs write it. Control characters stand as their pictures (`␁`).
final class OtherWires {

    private static final String FILES = "newsroom/others/";
    private static final Pattern WORD = Pattern.compile("«(iso|rfc|day|weekday|mm-dd|telegraph)([+-]\\d{1,4})?»");
    private static final char FIRST_PICTURE = '\u2400';
    private static final char LAST_PICTURE = '\u241F';

    private final Instant now;
    private final UnaryOperator<String> resource;

    /// @param resource reads a file of the newsroom
    OtherWires(Instant now, UnaryOperator<String> resource) {
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
        this.resource = resource;
    }

    List<FeedFile> files() {
        return resource.apply(FILES + "index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(this::file)
                .toList();
    }

    private FeedFile file(String path) {
        int slash = path.indexOf('/');
        String name = path.substring(slash + 1);
        boolean telegraph = name.endsWith(".anpa");
        String text = filled(resource.apply(FILES + path));
        Charset charset = telegraph ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        byte[] bytes = (telegraph ? controlled(text) : text).getBytes(charset);
        return new FeedFile(path.substring(0, slash), name, name.contains("cut-off"), () -> bytes.clone());
    }

    private String filled(String text) {
        return WORD.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), found.group(2))));
    }

    private String word(String kind, String offset) {
        int minutes = offset == null ? 0 : Integer.parseInt(offset);
        ZonedDateTime moment = now.plus(Duration.ofMinutes(minutes)).atZone(DemoNewsroom.ZONE);
        return switch (kind) {
            case "iso" -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
            case "rfc" -> DateTimeFormatter.RFC_1123_DATE_TIME.format(moment);
            case "day" -> DateTimeFormatter.ISO_LOCAL_DATE.format(moment);
            case "weekday" ->
                DateTimeFormatter.ofPattern("EEEE", Locale.ENGLISH).format(moment);
            case "mm-dd" -> DateTimeFormatter.ofPattern("MM-dd", Locale.ENGLISH).format(moment);
            case "telegraph" ->
                DateTimeFormatter.ofPattern("MM-dd-yy HHmm'GMT'", Locale.ENGLISH)
                        .format(moment.withZoneSameInstant(java.time.ZoneOffset.UTC));
            default -> throw new IllegalArgumentException("No such word: " + kind);
        };
    }

    private static String controlled(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.append("\r\n");
            } else {
                out.append(c >= FIRST_PICTURE && c <= LAST_PICTURE ? (char) (c - FIRST_PICTURE) : c);
            }
        }
        return out.toString();
    }
}
