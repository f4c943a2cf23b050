package org.broadsheet.ingest.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.MarkupStream;

/// Reads a feed in XML entry by entry: only one stands in memory. From where its mark-up breaks, each entry is read by
/// itself, as well as can be; what is beyond the bound goes on as payloads of its own.
final class XmlFeed implements MarkupStream.Receiver {

    static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://purl.org/atompub/tombstones/1.0", "at"),
            Map.entry("http://purl.org/rss/1.0/modules/slash/", "slash"),
            Map.entry("http://purl.org/syndication/thread/1.0", "thr"),
            Map.entry("http://wellformedweb.org/CommentAPI/", "wfw"),
            Map.entry("http://rssnamespace.org/feedburner/ext/1.0", "feedburner"));

    private static final Set<String> HOUSES = Set.of("rss", "RDF", "channel", "feed");
    private static final Set<String> ENTRIES = Set.of("item", "entry");
    private static final Pattern BEGINS = Pattern.compile("<(item|entry)(?=[\\s/>])");

    private final Copy copy;
    private final SyndicationLimits limits;
    private final MarkupStream stream;
    private final EntryReader entries;
    private final List<ParsedItem> read = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private FeedHead head = FeedHead.NONE;
    private int count;
    private boolean stopped;

    XmlFeed(Copy copy, SyndicationLimits limits, MarkupStream stream) {
        this.copy = copy;
        this.limits = limits;
        this.stream = stream;
        this.entries = new EntryReader(copy);
    }

    Reading read() throws Unreadable {
        if (FeedParts.holdsMoreThan(limits.most(), copy.bytes())) {
            throw limits.tooMany();
        }
        try {
            stream.read(copy.bytes(), remarks::add, this);
        } catch (Unreadable e) {
            forgive(e);
        }
        List<EnclosedFile> rest = List.of();
        if (stopped) {
            rest = FeedParts.behind(copy, limits.atOnce());
            if (rest.isEmpty()) {
                unread.add("The feed holds more than the %,d entries that are read at once; it was read to there"
                        .formatted(limits.atOnce()));
            }
        }
        if (read.isEmpty() && !unread.isEmpty()) {
            throw new Unreadable(String.join(". ", unread.subList(0, Math.min(unread.size(), 20))));
        }
        return rest.isEmpty() ? new Reading.Items(read, unread) : new Reading.Several(read, rest, unread);
    }

    @Override
    public boolean opens(String name, Map<String, String> attributes) {
        if (!HOUSES.contains(name)) {
            return false;
        }
        head = head.withLanguage(attributes.getOrDefault("lang", "").strip())
                .withBase(attributes.getOrDefault("base", "").strip());
        return true;
    }

    @Override
    public boolean takes(Markup.Element element) {
        if (ENTRIES.contains(element.name()) || element.name().equals("at:deleted-entry")) {
            if (count == limits.atOnce()) {
                stopped = true;
                return false;
            }
            count++;
            take(element, remarks);
            return true;
        }
        head = switch (element.name()) {
            case "language", "dc:language" -> head.withLanguage(element.words());
            case "copyright", "rights", "dc:rights" -> head.withRights(element.words());
            case "author" -> head.withAuthor(element.wordsAt("name"));
            case "link" ->
                head.withBase(
                        head.base().isEmpty() && !element.attribute("rel").equals("self")
                                ? element.words() + element.attribute("href")
                                : "");
            default -> head;
        };
        return true;
    }

    private void take(Markup.Element element, List<String> odd) {
        try {
            if (element.name().equals("at:deleted-entry")) {
                read.add(entries.takenBack(
                        element.attribute("ref"), element.attribute("when"), element.wordsAt("at:comment")));
            } else {
                read.addAll(entries.read(XmlEntry.read(element, odd), head));
            }
        } catch (Unreadable e) {
            unread.add("Entry " + count + " of the feed: " + e.reason());
        }
    }

    /// Reads what stands behind the place where the mark-up breaks, each entry by itself.
    private void forgive(Unreadable broken) throws Unreadable {
        if (copy.bytes().length > limits.largest().toBytes() || broken.reason().contains("DOCTYPE")) {
            throw broken;
        }
        String text = MarkupStream.decoded(copy.bytes());
        Matcher begins = BEGINS.matcher(text);
        int number = 0;
        int from = -1;
        String name = "";
        boolean more = begins.find();
        while (more && !stopped) {
            from = begins.start();
            name = begins.group(1);
            number++;
            more = begins.find();
            if (number > count) {
                forgive(text.substring(from, more ? begins.start() : text.length()), name, broken);
            }
        }
        if (number == 0) {
            throw broken;
        }
    }

    private void forgive(String slice, String name, Unreadable broken) {
        if (count == limits.atOnce()) {
            stopped = true;
            return;
        }
        count++;
        int end = slice.lastIndexOf("</" + name);
        if (end < 0) {
            unread.add("Entry " + count + " of the feed is cut off (" + broken.reason() + ")");
            return;
        }
        try {
            Markup.Element element = stream.forgiven(slice.substring(0, end) + "</" + name + ">", name);
            if (element != null) {
                List<String> odd = new ArrayList<>(remarks);
                odd.add("The mark-up of the feed is broken; the entry was read as well as could be (" + broken.reason()
                        + ")");
                take(element, odd);
            }
        } catch (Unreadable e) {
            unread.add("Entry " + count + " of the feed: " + e.reason());
        }
    }
}
