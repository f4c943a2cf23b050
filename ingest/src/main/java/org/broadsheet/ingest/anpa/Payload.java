package org.broadsheet.ingest.anpa;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;

/// The dispatches of a payload. A byte is a character at first (ISO 8859-1): the structure is found before the charset.
final class Payload {

    private static final int HEAD = 4_096;

    private Payload() {}

    /// The beginning of a payload, without a UTF-8 byte order mark.
    static String head(byte[] bytes) {
        return characters(bytes, Math.min(bytes.length, HEAD));
    }

    static Reading read(Copy copy, Heading.Finder headings, DispatchReader reader) throws Unreadable {
        Dispatches dispatches = Dispatches.of(characters(copy.bytes(), copy.bytes().length), headings);
        List<ParsedItem> items = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        for (Dispatch dispatch : dispatches.found()) {
            items.add(reader.read(dispatch));
        }
        if (dispatches.more()) {
            unread.add("It holds more than " + Dispatches.MOST + " dispatches; those behind them were not read");
        }
        return new Reading.Items(items, unread);
    }

    private static String characters(byte[] bytes, int length) {
        boolean marked = length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        int from = marked ? 3 : 0;
        return new String(bytes, from, length - from, StandardCharsets.ISO_8859_1);
    }
}
