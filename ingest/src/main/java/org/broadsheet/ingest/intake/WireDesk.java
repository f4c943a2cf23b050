package org.broadsheet.ingest.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.markup.ContentHash;
import org.broadsheet.ingest.payload.Arrival;
import org.broadsheet.ingest.payload.Finished;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.payload.Receipts;
import org.broadsheet.ingest.payload.WorkList;
import org.broadsheet.ingest.settle.Incoming;
import org.broadsheet.ingest.settle.Settled;
import org.broadsheet.ingest.settle.Settling;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes received payloads to the wire log or to quarantine, a batch a transaction: what is not committed is still
/// received, whatever happens to the process.
@Component
class WireDesk {

    private static final Logger LOG = LoggerFactory.getLogger(WireDesk.class);
    private static final int BATCH = 300;
    private static final long BATCH_BYTES = 8L * 1024 * 1024;

    /// A batch that is longer says how many it was; a shorter one names each payload.
    private static final int FEW = 20;

    /// How often the service may end while it reads one payload before that is put aside.
    private static final int MOST_ATTEMPTS = 3;

    private final WorkList work;
    private final ReadingRoom readers;
    private final Receipts receipts;
    private final Settling settling;
    private final TransactionTemplate transaction;

    WireDesk(
            WorkList work, ReadingRoom readers, Receipts receipts, Settling settling, TransactionTemplate transaction) {
        this.work = work;
        this.readers = readers;
        this.receipts = receipts;
        this.settling = settling;
        this.transaction = transaction;
    }

    /// Begins after a run that may have ended in the middle of its work.
    void open() {
        int putAside = work.takeUp(MOST_ATTEMPTS);
        if (putAside > 0) {
            LOG.atWarn()
                    .addKeyValue("payloads", putAside)
                    .log("Payloads are put aside during whose reading the service ended again and again");
        }
    }

    /// Takes back all notes of what is being read: nothing is, any more.
    void putDown() {
        try {
            work.endAll();
        } catch (DataAccessException e) {
            LOG.atWarn().setCause(e).log("What was being read stays noted; it is read alone after the next start");
        }
    }

    /// Reads the oldest payloads that wait; where none does, one of those during whose reading the service ended
    /// before.
    /// Nothing is written but the note that they are being read.
    ReadBatch read() {
        ReadBatch batch = readAhead(Set.of());
        return batch.isEmpty()
                ? work.nextSuspect()
                        .map(suspect -> new ReadBatch(Set.of(suspect.id()), true, read(List.of(suspect))))
                        .orElse(ReadBatch.NONE)
                : batch;
    }

    /// Reads the next ones while others are being settled.
    ///
    /// @param but the receipts of those
    ReadBatch readAhead(Set<Long> but) {
        List<Receipt> next = work.next(but, BATCH, BATCH_BYTES);
        if (next.isEmpty()) {
            return ReadBatch.NONE;
        }
        List<ReadPayload> read = read(next);
        return new ReadBatch(
                (read.isEmpty() ? next.stream() : read.stream().map(ReadPayload::receipt))
                        .map(Receipt::id)
                        .collect(Collectors.toSet()),
                false,
                read);
    }

    private List<ReadPayload> read(List<Receipt> receipts) {
        UUID note = work.begin(receipts);
        List<ReadPayload> read = readers.read(receipts);
        work.end(note);
        return read;
    }

    /// Settles or quarantines what was read.
    ///
    /// @return how many payloads were finished
    int settle(ReadBatch batch) {
        List<Finished> finished = new ArrayList<>();
        int[] enclosed = {0};
        transaction.executeWithoutResult(status -> {
            finished.clear();
            enclosed[0] = 0;
            Set<Long> ours = new HashSet<>(work.claim(batch.payloads().stream()
                    .map(payload -> payload.receipt().id())
                    .toList()));
            List<ReadPayload> claimed = batch.payloads().stream()
                    .filter(payload -> ours.contains(payload.receipt().id()))
                    .toList();
            for (ReadPayload payload : claimed) {
                enclosed[0] += enclose(payload);
            }
            finish(claimed, finished);
            work.finish(finished);
        });
        tell(batch, finished);
        return finished.size() + enclosed[0];
    }

    private int enclose(ReadPayload payload) {
        List<Arrival> files = new ArrayList<>();
        for (EnclosedFile file : payload.files()) {
            files.add(new Arrival(payload.receipt().feed(), file.name(), ContentHash.of(file.bytes()), file.bytes()));
        }
        return receipts.enclose(payload.receipt().id(), files);
    }

    private void finish(List<ReadPayload> claimed, List<Finished> finished) {
        List<ReadPayload> readable = claimed.stream()
                .filter(payload -> payload.picture() != null || !payload.items().isEmpty())
                .toList();
        List<Settled> settled = readable.isEmpty()
                ? List.of()
                : settling.settle(readable.stream().map(WireDesk::incoming).toList());
        int next = 0;
        for (ReadPayload payload : claimed) {
            boolean isReadable = next < readable.size() && readable.get(next) == payload;
            Settled changed = isReadable ? settled.get(next++) : new Settled(List.of(), null);
            String reason = payload.reason();
            finished.add(
                    reason == null
                            ? Finished.settled(
                                    payload.receipt().id(), payload.format(), changed.waitsFor(), changed.items())
                            : Finished.quarantined(payload.receipt().id(), payload.format(), reason, changed.items()));
        }
    }

    private static Incoming incoming(ReadPayload payload) {
        Receipt receipt = payload.receipt();
        return new Incoming(
                receipt.id(), receipt.feed(), receipt.name(), receipt.hash(), payload.items(), payload.picture());
    }

    /// Puts a payload into quarantine because what it holds cannot be written down.
    void giveUp(ReadPayload payload, String reason) {
        Finished finished = Finished.quarantined(payload.receipt().id(), payload.format(), reason, List.of());
        transaction.executeWithoutResult(status -> {
            if (!work.claim(List.of(payload.receipt().id())).isEmpty()) {
                work.finish(List.of(finished));
            }
        });
        tell(new ReadBatch(Set.of(), true, List.of(payload)), List.of(finished));
    }

    private static void tell(ReadBatch batch, List<Finished> finished) {
        long quarantined = 0;
        for (Finished one : finished) {
            Receipt receipt = batch.receipt(one.receipt());
            if (one.state() == Receipt.State.QUARANTINED) {
                quarantined++;
                LOG.atWarn()
                        .addKeyValue("feed", receipt.feed())
                        .addKeyValue("file", receipt.name())
                        .addKeyValue("reason", one.reason())
                        .log("Payload quarantined");
            } else {
                LOG.atLevel(finished.size() > FEW ? org.slf4j.event.Level.DEBUG : org.slf4j.event.Level.INFO)
                        .addKeyValue("feed", receipt.feed())
                        .addKeyValue("file", receipt.name())
                        .addKeyValue("format", one.format())
                        .log("Payload settled");
            }
        }
        if (finished.size() > FEW) {
            LOG.atInfo()
                    .addKeyValue("settled", finished.size() - quarantined)
                    .addKeyValue("quarantined", quarantined)
                    .log("Payloads finished");
        }
    }
}
