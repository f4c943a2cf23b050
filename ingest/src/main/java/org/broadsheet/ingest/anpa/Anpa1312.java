package org.broadsheet.ingest.anpa;

import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Unreadable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// ANPA 1312, the high-speed wire format of the North American publishers: with its control characters, or as
/// transports leave it without them.
@Component
@Order(70)
class Anpa1312 implements Format {

    private static final Heading.Finder HEADINGS = new AnpaHeading();

    @Override
    public String name() {
        return "ANPA 1312";
    }

    @Override
    public boolean recognises(Copy copy) {
        return Dispatches.begins(Payload.head(copy.bytes()), HEADINGS);
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        return Payload.read(copy, HEADINGS, new DispatchReader(copy, "anpa"));
    }
}
