package org.broadsheet.ingest.intake;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.markup.RootElement;
import org.broadsheet.ingest.payload.Arrival;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.payload.Receipts;
import org.broadsheet.ingest.payload.SettledItem;
import org.broadsheet.ingest.settle.Outcome;
import org.broadsheet.ingest.settle.Settling;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes received payloads to the wire log or to quarantine, a batch a transaction: what is not committed is still
/// received, whatever happens to the process.
@Component
class WireDesk {

    private static final Logger LOG = LoggerFactory.getLogger(WireDesk.class);
    private static final int BATCH = 50;
    private static final long BATCH_BYTES = 16L * 1024 * 1024;

    private final List<Format> formats;
    private final Receipts receipts;
    private final Settling settling;
    private final TransactionTemplate transaction;

    WireDesk(List<Format> formats, Receipts receipts, Settling settling, TransactionTemplate transaction) {
        this.formats = formats;
        this.receipts = receipts;
        this.settling = settling;
        this.transaction = transaction;
    }

    /// Works on the oldest received payloads.
    ///
    /// @return how many were finished; 0 where none waited
    int workOff() {
        return workOff(BATCH);
    }

    /// The same for one payload: for the case that one in a batch cannot be written down.
    ///
    /// @return how many were finished: 0 or 1
    int workOffOne() {
        return workOff(1);
    }

    private int workOff(int atMost) {
        List<Worked> worked = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            List<Receipt> claimed = receipts.claim(atMost, BATCH_BYTES);
            for (Receipt receipt : claimed) {
                worked.add(read(receipt));
            }
            for (Worked payload : worked) {
                settle(payload);
            }
        });
        worked.forEach(WireDesk::tell);
        return worked.size();
    }

    /// Puts the oldest payload into quarantine because what it holds cannot be written down.
    void giveUpOne(String reason) {
        transaction.executeWithoutResult(status -> {
            for (Receipt receipt : receipts.claim(1, BATCH_BYTES)) {
                receipts.quarantined(receipt.id(), null, reason, List.of());
                tell(new Worked(receipt, null, null, reason));
            }
        });
    }

    private Worked read(Receipt receipt) {
        Copy copy = new Copy(
                receipt.feed(), receipt.name(), receipt.hash(), receipt.receivedAt(), receipts.bytes(receipt.hash()));
        if (copy.bytes().length == 0) {
            return new Worked(receipt, null, null, "The file is empty");
        }
        for (Format format : formats) {
            if (format.recognises(copy)) {
                try {
                    return new Worked(receipt, format.name(), format.read(copy), null);
                } catch (Unreadable e) {
                    return new Worked(receipt, format.name(), null, e.reason());
                } catch (RuntimeException | StackOverflowError e) {
                    LOG.atError()
                            .addKeyValue("receipt", receipt.id())
                            .addKeyValue("format", format.name())
                            .setCause(e)
                            .log("A reader failed on a payload");
                    return new Worked(
                            receipt, format.name(), null, "The " + format.name() + " reader failed on it: " + e);
                }
            }
        }
        RootElement root = RootElement.of(copy.bytes());
        return new Worked(
                receipt,
                null,
                null,
                root == null
                        ? "It is of no format that is read here: " + beginning(copy.bytes())
                        : "The XML begins with <" + root.name() + ">, which no reader here knows");
    }

    private void settle(Worked payload) {
        Receipt receipt = payload.receipt();
        switch (payload.reading()) {
            case null -> receipts.quarantined(receipt.id(), payload.format(), payload.said(), List.of());
            case Reading.Picture picture ->
                receipts.settled(
                        receipt.id(),
                        payload.said(payload.format()),
                        settling.settle(receipt.feed(), receipt.name(), receipt.hash(), receipt.id(), picture),
                        List.of());
            case Reading.Items items -> settle(payload, items.items(), items.unread());
            case Reading.Several several -> {
                receipts.receive(several.files().stream()
                        .map(file -> enclosed(receipt, file))
                        .toList());
                settle(payload, several.items(), several.unread());
            }
        }
    }

    private void settle(Worked payload, List<ParsedItem> items, List<String> unread) {
        Receipt receipt = payload.receipt();
        List<SettledItem> settled = new ArrayList<>();
        for (ParsedItem parsed : items) {
            settled.add(line(parsed, settling.settle(parsed, receipt.id())));
        }
        if (unread.isEmpty()) {
            receipts.settled(receipt.id(), payload.said(payload.format()), null, settled);
        } else {
            receipts.quarantined(receipt.id(), payload.format(), String.join(". ", unread), settled);
        }
    }

    private static Arrival enclosed(Receipt in, Reading.EnclosedFile file) {
        return new Arrival(in.feed(), file.name(), ContentHash.of(file.bytes()), file.bytes());
    }

    private static SettledItem line(ParsedItem parsed, Outcome outcome) {
        return new SettledItem(
                parsed.item().provider(),
                parsed.item().guid(),
                parsed.item().version(),
                parsed.item().kind().name(),
                parsed.item().headline(),
                outcome.word());
    }

    private static String beginning(byte[] bytes) {
        StringBuilder out = new StringBuilder("it begins with ");
        for (int i = 0; i < Math.min(bytes.length, 12); i++) {
            int b = bytes[i] & 0xFF;
            out.append(b >= ' ' && b < 0x7F ? String.valueOf((char) b) : "\\x%02X".formatted(b));
        }
        return out.toString();
    }

    private static void tell(Worked payload) {
        Receipt receipt = payload.receipt();
        if (payload.reason() == null) {
            LOG.atInfo()
                    .addKeyValue("feed", receipt.feed())
                    .addKeyValue("file", receipt.name())
                    .addKeyValue("format", payload.format())
                    .log("Payload settled");
        } else {
            LOG.atWarn()
                    .addKeyValue("feed", receipt.feed())
                    .addKeyValue("file", receipt.name())
                    .addKeyValue("reason", payload.reason())
                    .log("Payload quarantined");
        }
    }

    /// A payload after reading.
    private record Worked(
            Receipt receipt,
            @Nullable String format,
            @Nullable Reading reading,
            @Nullable String reason) {

        String said() {
            return said(reason);
        }

        String said(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
