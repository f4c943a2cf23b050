package org.broadsheet.ingest.newsml1;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.MarkupReader;
import org.broadsheet.ingest.markup.RootElement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// NewsML 1.0 to 1.2: one or more news items in an envelope (IPTC NewsML 1.2 Functional Specification).
@Component
@Order(30)
class NewsMl1 implements Format {

    private final MarkupReader reader;

    NewsMl1(NewsMl1Limits limits) {
        this.reader = new MarkupReader(Math.toIntExact(limits.largest().toBytes()));
    }

    @Override
    public String name() {
        return "NewsML 1.2";
    }

    @Override
    public boolean recognises(Copy copy) {
        RootElement root = RootElement.of(copy.bytes());
        return root != null && root.name().equalsIgnoreCase("NewsML");
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        List<String> remarks = new ArrayList<>();
        Markup.Element root = reader.read(copy.bytes(), remarks::add);
        List<ParsedItem> read = new ArrayList<>();
        List<EnclosedFile> files = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        List<Markup.Element> items = new ArrayList<>(root.all("NewsItem"));
        for (int i = 0; i < items.size(); i++) {
            try {
                ItemReader item = new ItemReader(copy, root, reader, remarks);
                read.addAll(item.read(items.get(i)));
                files.addAll(item.files());
                items.addAll(item.nested());
            } catch (Unreadable e) {
                unread.add(items.size() == 1 ? e.reason() : "Item " + (i + 1) + ": " + e.reason());
            }
        }
        if (read.isEmpty()) {
            throw new Unreadable(unread.isEmpty() ? "The NewsML holds no news item" : String.join(". ", unread));
        }
        return files.isEmpty() ? new Reading.Items(read, unread) : new Reading.Several(read, files, unread);
    }
}
