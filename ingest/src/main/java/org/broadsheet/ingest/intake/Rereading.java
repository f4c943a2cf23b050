package org.broadsheet.ingest.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.ingest.format.Reading.ParsedItem;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.payload.Receipts;
import org.broadsheet.ingest.settle.KeptVersion;
import org.broadsheet.ingest.settle.Prepared;
import org.broadsheet.ingest.settle.Reread;
import org.broadsheet.ingest.settle.Settling;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Parses items again from the bytes they came in, after a reader has learnt something.
@Component
public class Rereading {

    private final PayloadReader reader;
    private final Receipts receipts;
    private final Settling settling;
    private final TransactionTemplate transaction;

    Rereading(PayloadReader reader, Receipts receipts, Settling settling, TransactionTemplate transaction) {
        this.reader = reader;
        this.receipts = receipts;
        this.settling = settling;
        this.transaction = transaction;
    }

    /// Parses every kept version of an item again; one whose bytes have been cleared out, or which its payload
    /// no longer holds, stays as it is.
    public Reparsed reparse(String provider, String guid) {
        List<KeptVersion> versions = settling.versions(provider, guid);
        List<Reread> reread = new ArrayList<>();
        for (KeptVersion version : versions) {
            read(provider, guid, version).ifPresent(item -> reread.add(new Reread(version, item)));
        }
        Integer changed = reread.isEmpty()
                ? Integer.valueOf(0)
                : transaction.execute(status -> settling.settleAgain(provider, guid, reread));
        return new Reparsed(versions.size(), reread.size(), Objects.requireNonNull(changed));
    }

    private Optional<Prepared> read(String provider, String guid, KeptVersion version) {
        Optional<Receipt> receipt = receipts.one(version.receipt());
        Optional<byte[]> bytes = receipt.flatMap(known -> receipts.bytes(known.hash()));
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        return reader.read(receipt.get(), bytes.get()).items().stream()
                .filter(item -> isThatVersion(item.parsed(), provider, guid, version))
                .findFirst()
                .map(item -> settling.as(item, version.version()));
    }

    private static boolean isThatVersion(ParsedItem parsed, String provider, String guid, KeptVersion version) {
        WireItem item = parsed.item();
        boolean isThatItem = item.provider().equals(provider) && item.guid().equals(guid);
        return isThatItem
                && (parsed.versionStated() || parsed.lineage() != null
                        ? item.version() == version.version()
                        : parsed.contentHash().equals(version.contentHash()));
    }

    /// What parsing an item again came to.
    ///
    /// @param versions how many of it are kept
    /// @param read how many could be read again
    /// @param changed how many of these are another item than before
    public record Reparsed(int versions, int read, int changed) {}
}
