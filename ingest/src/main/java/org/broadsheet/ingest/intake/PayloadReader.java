package org.broadsheet.ingest.intake;

import java.util.List;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.format.Reading.Picture;
import org.broadsheet.ingest.format.Unreadable;
import org.broadsheet.ingest.markup.RootElement;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.settle.Settling;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Recognises a payload and reads it. Whatever a reader does, the answer is a payload that can be settled or one that
/// says why it cannot.
@Component
class PayloadReader {

    private static final Logger LOG = LoggerFactory.getLogger(PayloadReader.class);

    private final List<Format> formats;
    private final Settling settling;

    PayloadReader(List<Format> formats, Settling settling) {
        this.formats = List.copyOf(formats);
        this.settling = settling;
    }

    /// @param bytes of the payload; `null` where they are not kept
    ReadPayload read(Receipt receipt, byte @Nullable [] bytes) {
        if (bytes == null) {
            return ReadPayload.unread(receipt, null, "Its bytes are not kept here");
        }
        if (bytes.length == 0) {
            return ReadPayload.unread(receipt, null, "The file is empty");
        }
        Copy copy = new Copy(receipt.feed(), receipt.name(), receipt.hash(), receipt.receivedAt(), bytes);
        String format = null;
        try {
            for (Format candidate : formats) {
                format = candidate.name();
                if (candidate.recognises(copy)) {
                    return read(receipt, format, candidate.read(copy));
                }
            }
            return ReadPayload.unread(receipt, null, unknown(bytes));
        } catch (Unreadable e) {
            return ReadPayload.unread(receipt, format, e.reason());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            LOG.atError()
                    .addKeyValue("receipt", receipt.id())
                    .addKeyValue("format", format)
                    .setCause(e)
                    .log("A reader failed on a payload");
            return ReadPayload.unread(receipt, format, "The " + format + " reader failed on it: " + e);
        }
    }

    private ReadPayload read(Receipt receipt, String format, Reading reading) {
        return switch (reading) {
            case Picture picture -> new ReadPayload(receipt, format, List.of(), picture, List.of(), null);
            case Reading.Items read -> whole(receipt, format, read.items(), List.of(), read.unread());
            case Reading.Several read -> whole(receipt, format, read.items(), read.files(), read.unread());
        };
    }

    private ReadPayload whole(
            Receipt receipt, String format, List<ParsedItem> items, List<EnclosedFile> files, List<String> unread) {
        return new ReadPayload(
                receipt,
                format,
                items.stream().map(settling::prepare).toList(),
                null,
                files,
                unread.isEmpty() ? null : String.join(". ", unread));
    }

    private static String unknown(byte[] bytes) {
        RootElement root = RootElement.of(bytes);
        return root == null
                ? "It is of no format that is read here: " + beginning(bytes)
                : "The XML begins with <" + root.name() + ">, which no reader here knows";
    }

    private static String beginning(byte[] bytes) {
        StringBuilder out = new StringBuilder("it begins with ");
        for (int i = 0; i < Math.min(bytes.length, 12); i++) {
            int b = bytes[i] & 0xFF;
            out.append(b >= ' ' && b < 0x7F ? String.valueOf((char) b) : "\\x%02X".formatted(b));
        }
        return out.toString();
    }
}
