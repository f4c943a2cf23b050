package org.broadsheet.ingest.syndication;

import java.util.Set;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.MarkupStream;
import org.broadsheet.ingest.markup.RootElement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// RSS 0.9x, 1.0 and 2.0 with Media RSS, Dublin Core and full content.
@Component
@Order(40)
class Rss implements Format {

    private static final Set<String> ROOTS = Set.of("rss", "RDF");

    private final SyndicationLimits limits;
    private final MarkupStream stream;

    Rss(SyndicationLimits limits) {
        this.limits = limits;
        this.stream = new MarkupStream(Math.toIntExact(limits.largest().toBytes()), XmlFeed.PREFIXES);
    }

    @Override
    public String name() {
        return "RSS";
    }

    @Override
    public boolean recognises(Copy copy) {
        RootElement root = RootElement.of(copy.bytes());
        return root != null && ROOTS.contains(root.name());
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        return new XmlFeed(copy, limits, stream).read();
    }
}
