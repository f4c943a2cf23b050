package org.broadsheet.ingest.anpa;

import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// IPTC 7901, the message format of the European agencies: with its control characters, or without them.
@Component
@Order(71)
class Iptc7901 implements Format {

    private static final Heading.Finder HEADINGS = new Iptc7901Heading();

    @Override
    public String name() {
        return "IPTC 7901";
    }

    @Override
    public boolean recognises(Copy copy) {
        return Dispatches.begins(Payload.head(copy.bytes()), HEADINGS);
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        return Payload.read(copy, HEADINGS, new DispatchReader(copy, "iptc7901"));
    }
}
