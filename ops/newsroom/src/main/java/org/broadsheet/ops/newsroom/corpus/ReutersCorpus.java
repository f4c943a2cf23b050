package org.broadsheet.ops.newsroom.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/// The Reuters-21578 corpus as it is handed out: 22 SGML files, packed with gzip or not.
public final class ReutersCorpus {

    /// Where the corpora lie if not in `../shared/corpora` beside the checkout.
    public static final String VARIABLE = "BROADSHEET_CORPORA";

    private static final Pattern STORY = Pattern.compile("<REUTERS ([^>]*)>(.*?)</REUTERS>", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("NEWID=\"(\\d+)\"");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,5})|lt|gt|amp|quot|apos);");
    private static final Pattern SENT =
            Pattern.compile("(\\d{1,2}-[A-Za-z]{3}-\\d{4})\\s+\\d?(\\d{2}:\\d{2}:\\d{2})"); // one has a digit too many
    private static final DateTimeFormatter SENT_FORMAT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d-MMM-yyyy H:mm:ss")
            .toFormatter(Locale.ENGLISH);
    private static final Map<String, String> NAMED =
            Map.of("&lt;", "<", "&gt;", ">", "&amp;", "&", "&quot;", "\"", "&apos;", "'");

    private ReutersCorpus() {}

    /// The folder of the corpus: under `BROADSHEET_CORPORA`, else in `../shared/corpora` beside the checkout.
    public static Path folder(Path checkout, Map<String, String> environment) {
        String corpora = environment.getOrDefault(VARIABLE, "").strip();
        Path root = corpora.isEmpty()
                ? checkout.toAbsolutePath().normalize().resolveSibling("shared").resolve("corpora")
                : Path.of(corpora);
        return root.resolve("reuters-21578");
    }

    /// The files of the corpus in a folder, in their order; empty where the folder is absent or holds none.
    public static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("reut2-\\d{3}\\.sgm(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    /// The stories of one file, in its order.
    public static List<ReutersStory> stories(Path file) throws IOException {
        List<ReutersStory> stories = new ArrayList<>();
        Matcher story = STORY.matcher(text(file));
        while (story.find()) {
            stories.add(story(story.group(1), story.group(2)));
        }
        return stories;
    }

    private static String text(Path file) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes) {
            return new String(plain.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static ReutersStory story(String attributes, String content) {
        Matcher number = NUMBER.matcher(attributes);
        Matcher sent = SENT.matcher(element(content, "DATE"));
        if (!number.find() || !sent.find()) {
            throw new IllegalArgumentException("A story without a number or a date: " + attributes);
        }
        String text = element(content, "TEXT");
        boolean takenApart = text.contains("<TITLE>") || text.contains("<BODY>");
        return new ReutersStory(
                Integer.parseInt(number.group(1)),
                LocalDateTime.parse(sent.group(1) + " " + sent.group(2), SENT_FORMAT),
                resolved(element(content, "UNKNOWN")).strip(),
                resolved(element(text, "TITLE")).replaceAll("\\s+", " ").strip(),
                resolved(element(text, "AUTHOR")).replaceAll("\\s+", " ").strip(),
                unframed(resolved(element(text, "DATELINE"))),
                unframed(resolved(takenApart ? element(text, "BODY") : text)));
    }

    /// The content of an element as it stands; empty where there is none.
    private static String element(String content, String name) {
        int open = content.indexOf("<" + name);
        int begin = open < 0 ? -1 : content.indexOf('>', open) + 1;
        int end = begin <= 0 ? -1 : content.indexOf("</" + name + ">", begin);
        return end < 0 ? "" : content.substring(begin, end);
    }

    private static String resolved(String sgml) {
        return ENTITY.matcher(sgml)
                .replaceAll(entity -> Matcher.quoteReplacement(
                        entity.group(1) == null
                                ? NAMED.getOrDefault(entity.group(), "")
                                : Character.toString(Integer.parseInt(entity.group(1)))));
    }

    /// Without the STX and ETX around it: they are written anew.
    private static String unframed(String text) {
        return text.replace("\u0002", "").replace("\u0003", "");
    }
}
