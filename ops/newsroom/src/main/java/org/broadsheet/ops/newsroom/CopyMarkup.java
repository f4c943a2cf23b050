package org.broadsheet.ops.newsroom;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// How the body of a story is typed, and how it becomes XHTML.
///
/// Blocks are divided by an empty line: `## ` a cross-head, `- ` a list, `1. ` a numbered list, `> ` a quotation, `| a
/// | b |` a table whose first row is its head, anything else a paragraph. Within: `**strong**`, `*emphasis*`,
/// `[words](https://…)`, `^raised^`, `~lowered~`.
final class CopyMarkup {

    private static final Pattern INLINE = Pattern.compile("\\*\\*(?<strong>[^*\\n]+)\\*\\*|\\*(?<em>[^*\\n]+)\\*"
            + "|\\[(?<words>[^\\]\\n]+)\\]\\((?<href>https?://[^)\\s]+)\\)"
            + "|\\^(?<sup>[^^\\s]+)\\^|~(?<sub>[^~\\s]+)~");
    private static final Pattern NUMBERED = Pattern.compile("\\d+\\. ");

    private CopyMarkup() {}

    /// Writes a body's blocks, one element each.
    static void write(String body, XMLStreamWriter out) throws XMLStreamException {
        for (String block : body.split("\n{2,}")) {
            if (!block.isBlank()) {
                writeBlock(List.of(block.strip().split("\n")), out);
            }
        }
    }

    /// Refuses a body with a mark that is not closed or a block of mixed kinds.
    static void check(CopySheet sheet) {
        int line = sheet.bodyLine();
        String before = "";
        for (String text : sheet.body().split("\n", -1)) {
            String rest =
                    INLINE.matcher(text.replaceFirst("^(- |> |\\d+\\. )", "")).replaceAll("");
            for (char mark : new char[] {'*', '[', ']', '^', '~'}) {
                if (rest.indexOf(mark) >= 0) {
                    throw new CopyUnreadable(sheet.file(), line, "a “" + mark + "” that opens or closes nothing");
                }
            }
            if (!text.isEmpty() && !before.isEmpty() && !kind(text).equals(kind(before))) {
                throw new CopyUnreadable(sheet.file(), line, "an empty line is missing between two kinds of block");
            }
            before = text;
            line++;
        }
    }

    /// The words of a body as a reader counts them.
    static int words(String body) {
        String plain = INLINE.matcher(body)
                .replaceAll(found -> Matcher.quoteReplacement(shown(found.group("words"), found.group())))
                .replaceAll("(?m)^(## |- |> |\\d+\\. )", "")
                .replaceAll("[|*]", " ")
                .strip();
        return plain.isEmpty() ? 0 : plain.split("\\s+").length;
    }

    private static String shown(String words, String whole) {
        return words == null ? whole : words;
    }

    private static String kind(String line) {
        if (line.startsWith("## ")) {
            return "cross-head";
        }
        if (line.startsWith("- ")) {
            return "list";
        }
        if (line.startsWith("> ")) {
            return "quotation";
        }
        if (line.startsWith("| ")) {
            return "table";
        }
        return NUMBERED.matcher(line).lookingAt() ? "numbered list" : "paragraph";
    }

    private static void writeBlock(List<String> lines, XMLStreamWriter out) throws XMLStreamException {
        switch (kind(lines.getFirst())) {
            case "cross-head" -> writeElement("h2", lines.getFirst().substring(3), out);
            case "list" -> writeList("ul", lines, out);
            case "numbered list" -> writeList("ol", lines, out);
            case "quotation" -> {
                out.writeStartElement("blockquote");
                for (String line : lines) {
                    writeElement("p", line.substring(2), out);
                }
                out.writeEndElement();
            }
            case "table" -> writeTable(lines, out);
            default -> writeElement("p", String.join(" ", lines), out);
        }
        out.writeCharacters("\n");
    }

    private static void writeList(String element, List<String> lines, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement(element);
        for (String line : lines) {
            writeElement("li", line.substring(line.indexOf(' ') + 1), out);
        }
        out.writeEndElement();
    }

    private static void writeTable(List<String> lines, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement("table");
        String cell = "th";
        for (String line : lines) {
            out.writeStartElement("tr");
            String row = line.strip();
            for (String text : row.substring(1, row.length() - 1).split("\\|", -1)) {
                writeElement(cell, text.strip(), out);
            }
            out.writeEndElement();
            cell = "td";
        }
        out.writeEndElement();
    }

    private static void writeElement(String element, String text, XMLStreamWriter out) throws XMLStreamException {
        out.writeStartElement(element);
        Matcher inline = INLINE.matcher(text);
        int from = 0;
        while (inline.find()) {
            writeText(text.substring(from, inline.start()), out);
            writeMarked(inline, out);
            from = inline.end();
        }
        writeText(text.substring(from), out);
        out.writeEndElement();
    }

    private static void writeMarked(Matcher inline, XMLStreamWriter out) throws XMLStreamException {
        if (inline.group("words") != null) {
            out.writeStartElement("a");
            out.writeAttribute("href", inline.group("href"));
            writeText(inline.group("words"), out);
            out.writeEndElement();
            return;
        }
        for (String element : List.of("strong", "em", "sup", "sub")) {
            String words = inline.group(element);
            if (words != null) {
                out.writeStartElement(element);
                writeText(words, out);
                out.writeEndElement();
            }
        }
    }

    /// Dashes and hard spaces go out as character references, as many agencies send them.
    private static void writeText(String text, XMLStreamWriter out) throws XMLStreamException {
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u00a0' || c == '\u2014') {
                out.writeCharacters(text.substring(from, i));
                out.writeEntityRef("#" + (int) c);
                from = i + 1;
            }
        }
        out.writeCharacters(text.substring(from));
    }
}
