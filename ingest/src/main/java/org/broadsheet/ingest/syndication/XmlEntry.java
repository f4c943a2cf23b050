package org.broadsheet.ingest.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.newscodes.NewsCodes;
import org.broadsheet.ingest.syndication.Marked.Sort;

/// Reads an `item` of RSS or an `entry` of Atom; real feeds mix their elements.
final class XmlEntry {

    /// What changes from one look to the next while the news stays the same: counters of comments and clicks.
    private static final Set<String> RESTLESS = Set.of("slash", "thr", "wfw", "feedburner");

    private final Markup.Element sent;
    private final List<String> remarks = new ArrayList<>();

    private XmlEntry(Markup.Element sent) {
        this.sent = sent;
    }

    static Entry read(Markup.Element sent, List<String> remarks) {
        XmlEntry reader = new XmlEntry(sent);
        reader.remarks.addAll(remarks);
        return reader.read();
    }

    private Entry read() {
        return new Entry(
                either(sent.wordsAt("guid"), sent.wordsAt("id"), sent.attribute("about")),
                link(),
                title(),
                contents(),
                summaries(),
                either(
                        sent.wordsAt("published"),
                        sent.wordsAt("issued"),
                        sent.wordsAt("pubDate"),
                        sent.wordsAt("dc:date")),
                either(sent.wordsAt("updated"), sent.wordsAt("modified"), sent.wordsAt("dcterms:modified")),
                authors(),
                subjects(),
                either(sent.wordsAt("dc:language"), sent.attribute("lang")),
                either(rights(), sent.wordsAt("dc:rights"), sent.wordsAt("media:copyright")),
                either(sent.wordsAt("media:license"), sent.wordsAt("license"), licence()),
                either(sent.wordsAt("source", "title"), sent.wordsAt("source"), sent.wordsAt("dc:source")),
                new MediaReader(remarks::add).read(sent),
                remarks,
                ContentHash.of(atRest()));
    }

    private Markup.Element atRest() {
        List<Markup> content = sent.content().stream()
                .filter(piece -> !(piece instanceof Markup.Element element
                        && RESTLESS.contains(element.name().replaceFirst(":.*", ""))))
                .toList();
        return new Markup.Element(sent.name(), sent.attributes(), content);
    }

    /// The page of the entry: RSS has it as text, Atom as `rel="alternate"` or without a `rel`.
    private String link() {
        String other = "";
        for (Markup.Element link : sent.all("link")) {
            String rel = link.attribute("rel");
            if (!link.words().isEmpty()) {
                return link.words();
            }
            if (rel.isEmpty() || rel.equals("alternate")) {
                return link.attribute("href");
            }
            if (rel.equals("self") || rel.equals("via")) {
                other = link.attribute("href");
            }
        }
        Markup.Element guid = sent.first("guid");
        if (guid != null
                && !guid.attribute("isPermaLink").equals("false")
                && guid.words().startsWith("http")) {
            return guid.words();
        }
        return other;
    }

    private String licence() {
        return sent.all("link").stream()
                .filter(link -> link.attribute("rel").equals("license"))
                .map(link -> link.attribute("href"))
                .findFirst()
                .orElse("");
    }

    private Marked title() {
        for (String name : List.of("title", "media:title", "dc:title")) {
            for (Markup.Element title : sent.all(name)) {
                Marked marked = marked(title, Sort.GUESS);
                if (!marked.isBlank()) {
                    return marked;
                }
            }
        }
        return Marked.NONE;
    }

    private List<Marked> contents() {
        return Stream.concat(sent.all("content:encoded").stream(), sent.all("content").stream())
                .map(content -> marked(content, content.name().equals("content") ? Sort.GUESS : Sort.HTML))
                .filter(content -> !content.isBlank())
                .toList();
    }

    private List<Marked> summaries() {
        List<Marked> summaries = new ArrayList<>();
        for (String name : List.of("description", "summary", "dc:description", "itunes:summary")) {
            for (Markup.Element summary : sent.all(name)) {
                Marked marked = marked(summary, Sort.GUESS);
                if (!marked.isBlank()) {
                    summaries.add(marked);
                }
            }
        }
        return summaries;
    }

    /// RFC 4287, 3.1.1 and 4.1.3: without a type it is text in Atom; RSS has no types.
    private Marked marked(Markup.Element element, Sort otherwise) {
        String type = element.attribute("type").toLowerCase(Locale.ROOT);
        if (!element.attribute("src").isEmpty()) {
            remarks.add("Its text lies at " + element.attribute("src") + " and was not fetched");
        }
        if (type.equals("xhtml") || (!element.elements().isEmpty() && !type.equals("html"))) {
            return Marked.xhtml(element);
        }
        boolean atom = sent.name().equals("entry") && !element.name().contains(":");
        return switch (type) {
            case "html", "text/html", "application/xhtml+xml" -> Marked.of(Sort.HTML, element.raw());
            case "text", "text/plain", "plain" -> Marked.of(Sort.PLAIN, element.raw());
            case "" -> Marked.of(atom ? Sort.PLAIN : otherwise, element.raw());
            default -> {
                if (type.startsWith("text/") || type.endsWith("xml")) {
                    yield Marked.of(otherwise, element.raw());
                }
                remarks.add("Its " + element.name() + " is of the type " + type + " and was not read");
                yield Marked.NONE;
            }
        };
    }

    private String rights() {
        return either(sent.wordsAt("rights"), sent.wordsAt("copyright"));
    }

    private List<String> authors() {
        List<String> authors = new ArrayList<>();
        for (String name : List.of("author", "dc:creator", "itunes:author")) {
            for (Markup.Element author : sent.all(name)) {
                String words = author.first("name") == null ? author.words() : author.wordsAt("name");
                if (!words.isEmpty() && authors.stream().noneMatch(known -> known.contains(words))) {
                    authors.add(words);
                }
            }
        }
        return authors;
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (String name : List.of("category", "dc:subject", "media:keywords", "media:category")) {
            for (Markup.Element category : sent.all(name)) {
                String term = either(category.attribute("term"), category.words());
                String label = either(category.attribute("label"), category.words(), term);
                String scheme = either(category.attribute("scheme"), category.attribute("domain"));
                if (!term.isEmpty()) {
                    subjects.add(new Subject(code(scheme, term, label), Subject.Kind.TOPIC, label));
                }
            }
        }
        return subjects;
    }

    private static String code(String scheme, String term, String label) {
        String prefix = NewsCodes.prefix(scheme);
        if (!prefix.isEmpty()) {
            return prefix + ":" + term;
        }
        String address = NewsCodes.code(term);
        return address.equals(term) && term.equals(label) ? "" : address;
    }

    private static String either(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
