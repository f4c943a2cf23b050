package org.broadsheet.ingest.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.payload.Receipts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What could not be read, newest first.
@RestController
class QuarantineController {

    private static final int MOST = 200;

    private final Receipts receipts;

    QuarantineController(Receipts receipts) {
        this.receipts = receipts;
    }

    /// At most 200 payloads.
    @GetMapping("/api/quarantine")
    List<Quarantined> quarantine() {
        return receipts.inQuarantine(null, null, MOST).stream()
                .map(Quarantined::of)
                .toList();
    }

    record Quarantined(long id, String feed, String name, String hash, long size, Instant receivedAt, String reason) {

        static Quarantined of(Receipt receipt) {
            return new Quarantined(
                    receipt.id(),
                    receipt.feed(),
                    receipt.name(),
                    receipt.hash(),
                    receipt.size(),
                    receipt.receivedAt(),
                    Objects.requireNonNullElse(receipt.reason(), ""));
        }
    }
}
