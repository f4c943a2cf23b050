package org.broadsheet.ingest.nitf;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.Markup;
import org.broadsheet.ingest.markup.MarkupReader;
import org.broadsheet.ingest.markup.RootElement;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// NITF 3.x documents, with and without a namespace (IPTC NITF 3.6).
@Component
@Order(20)
class Nitf implements Format {

    private final MarkupReader reader;

    Nitf(NitfLimits limits) {
        this.reader = new MarkupReader(Math.toIntExact(limits.largest().toBytes()));
    }

    @Override
    public String name() {
        return "NITF";
    }

    @Override
    public boolean recognises(Copy copy) {
        RootElement root = RootElement.of(copy.bytes());
        return root != null && root.name().equalsIgnoreCase("nitf");
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        List<String> remarks = new ArrayList<>();
        Markup.Element root = reader.read(copy.bytes(), remarks::add);
        return new NitfDocument(copy, remarks).read(root);
    }
}
