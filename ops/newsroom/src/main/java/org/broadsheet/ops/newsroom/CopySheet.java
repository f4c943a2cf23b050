package org.broadsheet.ops.newsroom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One sheet of copy: a header of `Key: value` lines and, after an empty line, the text.
///
/// A key that is not known, a key given twice that may stand once, an empty value and a line that is no header are all
/// refused with the name of the file and the number of the line.
record CopySheet(String file, int firstLine, List<Header> headers, String body, int bodyLine) {

    private static final Pattern HEADER = Pattern.compile("([A-Z][A-Za-z]*(?:-[A-Z][a-z]*)*):(.*)");

    /// One line of the header.
    record Header(String key, String value, int line) {}

    CopySheet {
        headers = List.copyOf(headers);
    }

    /// Reads a sheet whose text may be empty.
    static CopySheet read(String file, String text, Set<String> once, Set<String> often) {
        return read(file, text, 1, once, often);
    }

    /// Reads a file of sheets that are header only, divided by empty lines.
    static List<CopySheet> readAll(String file, String text, Set<String> once, Set<String> often) {
        List<CopySheet> sheets = new ArrayList<>();
        int line = 1;
        for (String part : text.split("\n\n", -1)) {
            String sheet = part.strip();
            if (!sheet.isEmpty()) {
                int leading = part.length() - part.stripLeading().length();
                int skipped = (int) part.substring(0, leading)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
                sheets.add(read(file, sheet, line + skipped, once, often));
            }
            line += (int) part.chars().filter(c -> c == '\n').count() + 2;
        }
        return sheets;
    }

    private static CopySheet read(String file, String text, int firstLine, Set<String> once, Set<String> often) {
        String[] lines = text.split("\n", -1);
        List<Header> headers = new ArrayList<>();
        int at = 0;
        for (; at < lines.length && !lines[at].isEmpty(); at++) {
            int number = firstLine + at;
            Matcher header = HEADER.matcher(lines[at]);
            if (!header.matches()) {
                throw new CopyUnreadable(file, number, "not a header line: “" + lines[at] + "”");
            }
            String key = header.group(1);
            String value = header.group(2).strip();
            if (!once.contains(key) && !often.contains(key)) {
                throw new CopyUnreadable(file, number, "no such header: " + key);
            }
            if (value.isEmpty()) {
                throw new CopyUnreadable(file, number, key + " is empty");
            }
            if (once.contains(key)
                    && headers.stream().anyMatch(seen -> seen.key().equals(key))) {
                throw new CopyUnreadable(file, number, key + " may stand only once");
            }
            headers.add(new Header(key, value, number));
        }
        StringBuilder body = new StringBuilder();
        for (int i = at + 1; i < lines.length; i++) {
            body.append(lines[i]).append('\n');
        }
        return new CopySheet(file, firstLine, headers, body.toString().stripTrailing(), firstLine + at + 1);
    }

    Optional<String> find(String key) {
        return header(key).map(Header::value);
    }

    String need(String key) {
        return find(key).orElseThrow(() -> new CopyUnreadable(file, firstLine, key + " is missing"));
    }

    List<Header> every(String key) {
        return headers.stream().filter(header -> header.key().equals(key)).toList();
    }

    List<String> values(String key) {
        return every(key).stream().map(Header::value).toList();
    }

    /// A whole number within bounds.
    int number(String key, int least, int most) {
        Header header = header(key).orElseThrow(() -> new CopyUnreadable(file, firstLine, key + " is missing"));
        return number(header, least, most);
    }

    int number(String key, int least, int most, int otherwise) {
        return header(key).map(header -> number(header, least, most)).orElse(otherwise);
    }

    /// One of a few words.
    String oneOf(String key, Set<String> words, String otherwise) {
        Optional<Header> header = header(key);
        if (header.isPresent() && !words.contains(header.get().value())) {
            throw new CopyUnreadable(
                    file,
                    header.get().line(),
                    key + " is “" + header.get().value() + "”, not one of "
                            + String.join(", ", words.stream().sorted().toList()));
        }
        return header.map(Header::value).orElse(otherwise);
    }

    private Optional<Header> header(String key) {
        return headers.stream().filter(header -> header.key().equals(key)).findFirst();
    }

    private int number(Header header, int least, int most) {
        try {
            int number = Integer.parseInt(header.value());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, with the line.
        }
        throw new CopyUnreadable(
                file,
                header.line(),
                header.key() + " is “" + header.value() + "”, not a number from " + least + " to " + most);
    }
}
