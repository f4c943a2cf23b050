package org.broadsheet.ingest.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.broadsheet.core.story.Block;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.BodyReader;
import org.broadsheet.ingest.markup.HtmlReader;
import org.broadsheet.ingest.settle.CleanText;
import org.broadsheet.ingest.words.Characters;
import tools.jackson.databind.json.JsonMapper;

/// What every parser promises of any bytes at all: it reads them or says why not, soon, within its memory, the same
/// each time, and what it makes of them can be stored. Jazzer calls it with bytes of its own making; the findings it
/// made are called again by a test.
public final class WireFuzz {

    private static final String FEED = "fuzz";
    private static final Instant RECEIVED = Instant.parse("2026-11-25T10:00:00Z");
    private static final long MEMORY = 256L << 20;
    private static final long MEMORY_A_BYTE = 4_096;
    private static final int LONGEST_GUID = 2_000;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final WireFormats FORMATS = new WireFormats();
    private static final ThreadMXBean MEMORY_USED = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private WireFuzz() {}

    /// Before the first round: opens the formats, which takes longer than any round may.
    public static void fuzzerInitialize() {
        FuzzedParser parser = FuzzedParser.named(System.getProperty("broadsheet.fuzz.parser", ""));
        if (!isRead(parser)) {
            throw new IllegalStateException("The wire room has no format in " + parser.home());
        }
    }

    /// One round: the parser is the one that the system property `broadsheet.fuzz.parser` names.
    public static void fuzzerTestOneInput(byte[] bytes) {
        check(FuzzedParser.named(System.getProperty("broadsheet.fuzz.parser", "")), bytes);
    }

    /// Reads the bytes with one parser and holds what comes of it to the promises.
    ///
    /// @throws AssertionError if one is broken
    static void check(FuzzedParser parser, byte[] bytes) {
        long allowed = MEMORY + MEMORY_A_BYTE * bytes.length;
        long used = round(parser, bytes);
        for (int again = 0; used > allowed && again < 2; again++) {
            used = round(parser, bytes); // classes that were loaded for the first time count, and count once
        }
        require(used <= allowed, "It took %d bytes of memory to read %d", used, bytes.length);
    }

    /// How many bytes of memory one reading took.
    private static long round(FuzzedParser parser, byte[] bytes) {
        long before = MEMORY_USED.getCurrentThreadAllocatedBytes();
        if (parser == FuzzedParser.HTML) {
            html(bytes);
        } else {
            Copy copy = new Copy(FEED, "fuzzed", "0".repeat(64), RECEIVED, bytes);
            for (Format format : FORMATS.in(parser.home())) {
                if (format.recognises(copy)) {
                    read(format, copy);
                }
            }
        }
        return MEMORY_USED.getCurrentThreadAllocatedBytes() - before;
    }

    /// Whether the wire room reads what this parser is for.
    static boolean isRead(FuzzedParser parser) {
        return parser == FuzzedParser.HTML || !FORMATS.in(parser.home()).isEmpty();
    }

    /// How many of the items in it are read; for seeds, which must not be empty.
    static int items(FuzzedParser parser, byte[] bytes) throws Unreadable {
        Copy copy = new Copy(FEED, "fuzzed", "0".repeat(64), RECEIVED, bytes);
        for (Format format : FORMATS.all()) {
            if (format.recognises(copy)) {
                require(
                        format.getClass().getPackageName().endsWith("." + parser.home()),
                        "It is taken for %s, not for %s",
                        format.name(),
                        parser.word());
                return switch (format.read(copy)) {
                    case Reading.Items items -> items.items().size();
                    case Reading.Several several ->
                        several.items().size() + several.files().size();
                    case Reading.Picture picture -> 1;
                };
            }
        }
        return 0;
    }

    private static void read(Format format, Copy copy) {
        try {
            Reading reading = format.read(copy);
            switch (reading) {
                case Reading.Items items -> items(items.items());
                case Reading.Several several -> items(several.items());
                case Reading.Picture picture ->
                    require(picture.width() > 0 && picture.height() > 0, "A picture without a size");
            }
            String told = JSON.writeValueAsString(reading);
            require(told.equals(JSON.writeValueAsString(format.read(copy))), "Read again, it reads differently");
        } catch (Unreadable e) {
            require(!e.reason().isBlank(), "It is unreadable and does not say why");
        }
    }

    private static void items(List<ParsedItem> items) {
        for (ParsedItem parsed : items) {
            WireItem item = CleanText.of(parsed.item(), JSON); // as settling writes it down
            require(
                    !item.guid().isBlank() && item.guid().length() <= LONGEST_GUID,
                    "A guid of %d",
                    item.guid().length());
            require(!item.provider().isBlank(), "No provider");
            require(parsed.contentHash().matches("[0-9a-f]{64}"), "No hash but %s", parsed.contentHash());
            storable(item.guid());
            storable(item.headline());
            storable(item.slugline());
            storable(item.body().plainText());
            require(parsed.lineage() == null || !parsed.lineage().key().isBlank(), "A story line without a name");
        }
    }

    private static void html(byte[] bytes) {
        try {
            List<Block> blocks = new BodyReader().read(HtmlReader.read(new String(bytes, StandardCharsets.UTF_8)));
            blocks.forEach(block -> storable(Characters.clean(block.plainText())));
        } catch (Unreadable e) {
            require(!e.reason().isBlank(), "It is unreadable and does not say why");
        }
    }

    /// Half a surrogate pair is no character: UTF-8 has no way to write it.
    private static void storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            require(c != 0, "A NUL in the text");
            if (Character.isHighSurrogate(c)) {
                require(
                        i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1)),
                        "Half a character at %d",
                        i);
                i++;
            } else {
                require(!Character.isLowSurrogate(c), "Half a character at %d", i);
            }
        }
    }

    private static void require(boolean kept, String promise, Object... details) {
        if (!kept) {
            throw new AssertionError(promise.formatted(details));
        }
    }
}
