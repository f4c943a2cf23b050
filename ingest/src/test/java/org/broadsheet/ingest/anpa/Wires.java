package org.broadsheet.ingest.anpa;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;

/// Dispatches of the agency Northwind, put together for tests.
final class Wires {

    static final Instant RECEIVED = Instant.parse("2026-11-25T10:00:00Z");
    static final Format ANPA = new Anpa1312();
    static final Format IPTC = new Iptc7901();

    private Wires() {}

    static String anpa(String service, String second, String text) {
        return "\u0016\u0016\u0001" + service + "\u001Fnwgen\r\n" + second + "\r\n\u0002" + text + "\u0003\r\n";
    }

    static String iptc(String heading, String between, String text) {
        return "\u0001" + heading + "\r\n" + between + "\u0002" + text + "\u0003";
    }

    static Copy copy(byte[] bytes) {
        return new Copy("northwind", "dispatch.txt", "0".repeat(64), RECEIVED, bytes);
    }

    static Copy copy(String text) {
        return copy(text, StandardCharsets.ISO_8859_1);
    }

    static Copy copy(String text, Charset charset) {
        return copy(text.getBytes(charset));
    }

    static List<ParsedItem> all(Format format, Copy copy) throws Unreadable {
        if (!format.recognises(copy)) {
            throw new AssertionError("It is not recognised as " + format.name());
        }
        return ((Reading.Items) format.read(copy)).items();
    }

    static ParsedItem parsed(Format format, String text) throws Unreadable {
        List<ParsedItem> items = all(format, copy(text));
        if (items.size() != 1) {
            throw new AssertionError("It holds " + items.size() + " dispatches");
        }
        return items.getFirst();
    }

    static WireItem one(Format format, String text) throws Unreadable {
        return parsed(format, text).item();
    }
}
