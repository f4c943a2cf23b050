package org.broadsheet.ingest.newsmlg2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.MarkupReader;
import org.broadsheet.ingest.markup.RootElement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// NewsML-G2 2.x: news items, packages, and messages that carry several of them (IPTC NewsML-G2 Specification 2.35).
@Component
@Order(10)
class NewsmlG2 implements Format {

    private static final Set<String> ITEMS = Set.of("newsItem", "packageItem");
    private static final Set<String> ROOTS = Set.of(
            "newsMessage", "newsItem", "packageItem", "conceptItem", "knowledgeItem", "planningItem", "catalogItem");
    private static final Set<String> NO_NEWS = Set.of("conceptItem", "knowledgeItem", "planningItem", "catalogItem");

    private final MarkupReader reader;

    NewsmlG2(NewsmlG2Limits limits) {
        this.reader = new MarkupReader(Math.toIntExact(limits.largest().toBytes()));
    }

    @Override
    public String name() {
        return "NewsML-G2";
    }

    @Override
    public boolean recognises(Copy copy) {
        RootElement root = RootElement.of(copy.bytes());
        return root != null && ROOTS.contains(root.name());
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        List<String> remarks = new ArrayList<>();
        Markup.Element root = reader.read(copy.bytes(), remarks::add);
        return switch (root.name()) {
            case "newsMessage" -> message(root, copy, remarks);
            case "newsItem", "packageItem" -> {
                ItemReader item = new ItemReader(copy, Catalog.of(root), Envelope.NONE, remarks);
                yield reading(item.read(root), item.files(), List.of());
            }
            case "conceptItem", "knowledgeItem", "planningItem", "catalogItem" ->
                throw new Unreadable("A NewsML-G2 <" + root.name() + "> carries no news: only news items, packages and "
                        + "messages of them are taken");
            default ->
                throw new Unreadable("The XML begins with <" + root.name()
                        + ">, which is not the beginning of NewsML-G2 (newsItem, packageItem or newsMessage)");
        };
    }

    private static Reading message(Markup.Element root, Copy copy, List<String> remarks) throws Unreadable {
        Envelope envelope = Envelope.of(root.first("header"));
        List<Reading.ParsedItem> read = new ArrayList<>();
        List<Reading.EnclosedFile> files = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        int count = 0;
        for (Markup.Element item : carried(root)) {
            if (ITEMS.contains(item.name())) {
                count++;
                try {
                    ItemReader reader = new ItemReader(copy, Catalog.of(root, item), envelope, remarks);
                    read.addAll(reader.read(item));
                    files.addAll(reader.files());
                } catch (Unreadable e) {
                    unread.add("Item " + count + " of the message: " + e.reason());
                }
            } else if (!NO_NEWS.contains(item.name())) {
                unread.add("The message holds a <" + item.name() + ">, which no reader knows");
            }
        }
        if (read.isEmpty()) {
            throw new Unreadable(unread.isEmpty() ? "The message holds no news item" : String.join(". ", unread));
        }
        return reading(read, files, unread);
    }

    private static Reading reading(
            List<Reading.ParsedItem> items, List<Reading.EnclosedFile> files, List<String> unread) {
        return files.isEmpty() ? new Reading.Items(items, unread) : new Reading.Several(items, files, unread);
    }

    /// What the message carries in its item sets; some agencies put items beside them.
    private static List<Markup.Element> carried(Markup.Element message) {
        List<Markup.Element> carried = new ArrayList<>();
        for (Markup.Element part : message.elements()) {
            if (part.name().equals("itemSet")) {
                carried.addAll(part.elements());
            } else if (ITEMS.contains(part.name())) {
                carried.add(part);
            }
        }
        return carried;
    }
}
