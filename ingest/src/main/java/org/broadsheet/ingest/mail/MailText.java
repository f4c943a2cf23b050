package org.broadsheet.ingest.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.story.Body;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.BodyReader;
import org.broadsheet.ingest.markup.HtmlReader;
import org.broadsheet.ingest.markup.PlainText;
import org.broadsheet.ingest.words.TextLetters;

/// The words of a mail: of two renditions the HTML, unless the plain one says more. Nothing is cut: a signature or a
/// disclaimer stays and is remarked.
final class MailText {

    private static final double SAYS_MORE = 1.05;
    private static final Pattern DISCLAIMER =
            Pattern.compile("(?i)intended (?:solely |only )?for the (?:use of the )?(?:named"
                    + " )?(?:addressee|recipient|individual)|intended recipient|confidential(?:ity)?"
                    + " (?:notice|and)|received this (?:e-?mail|message) in error");

    private final Set<String> remarks;

    MailText(Set<String> remarks) {
        this.remarks = remarks;
    }

    Body read(List<MailPart> parts) {
        Map<Integer, List<MailPart>> groups = new LinkedHashMap<>();
        int alone = 0;
        for (MailPart part : parts) {
            if (part.isText() && part.bytes().length > 0) {
                alone--;
                groups.computeIfAbsent(part.alternative() == 0 ? alone : part.alternative(), key -> new ArrayList<>())
                        .add(part);
            }
        }
        List<Block> blocks = new ArrayList<>();
        groups.values().forEach(group -> blocks.addAll(chosen(group)));
        sayWhatIsNoNews(blocks);
        return new Body(blocks);
    }

    private List<Block> chosen(List<MailPart> group) {
        List<Block> html = new ArrayList<>();
        List<Block> plain = new ArrayList<>();
        for (MailPart part : group) {
            if (part.isHtml()) {
                html.addAll(html(part.text()));
            } else {
                plain.addAll(PlainText.blocks(part.flowed() ? unfolded(part.text(), part.deleteSpace()) : part.text()));
            }
        }
        String marked = TextLetters.of(new Body(html).plainText());
        String letters = TextLetters.of(new Body(plain).plainText());
        if (letters.length() > marked.length() * SAYS_MORE) {
            if (!marked.isEmpty()) {
                remarks.add("The plain text of the mail says more than its HTML and was taken");
            }
            return plain;
        }
        return html;
    }

    private List<Block> html(String text) {
        try {
            BodyReader reader = new BodyReader();
            List<Block> blocks = reader.read(HtmlReader.read(text));
            remarks.addAll(reader.remarks());
            return blocks;
        } catch (Unreadable e) {
            remarks.add("Its HTML could not be read as it is marked up: " + e.reason());
            return PlainText.blocks(text);
        }
    }

    /// RFC 3676: a line that ends in a space goes on in the next of the same quotation; one space more than
    /// stands there was put before lines that need it.
    static String unfolded(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        boolean goesOn = false;
        int depthBefore = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            String words = line.substring(depth);
            words = words.startsWith(" ") ? words.substring(1) : words;
            if (!(goesOn && depth == depthBefore)) {
                out.append(out.isEmpty() ? "" : "\n").append(">".repeat(depth)).append(depth > 0 ? " " : "");
            }
            goesOn = words.endsWith(" ") && !words.equals("-- ");
            out.append(goesOn && deleteSpace ? words.substring(0, words.length() - 1) : words);
            depthBefore = depth;
        }
        return out.toString();
    }

    private void sayWhatIsNoNews(List<Block> blocks) {
        for (int i = Math.max(0, blocks.size() - 12); i < blocks.size(); i++) {
            String text = blocks.get(i).plainText();
            if (text.equals("--") || text.startsWith("--\n") || text.startsWith("-- ")) {
                remarks.add("The text ends with a signature, which was kept");
            }
            if (DISCLAIMER.matcher(text).find()) {
                remarks.add("The text ends with a disclaimer, which was kept");
            }
        }
    }
}
