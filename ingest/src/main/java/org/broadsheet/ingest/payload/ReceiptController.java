package org.broadsheet.ingest.payload;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Answers what became of a file that was dropped.
@RestController
class ReceiptController {

    private static final int MOST = 200;

    private final Receipts receipts;

    ReceiptController(Receipts receipts) {
        this.receipts = receipts;
    }

    /// Receipts, newest first, at most 200.
    @GetMapping("/api/receipts")
    List<ReceiptLine> receipts(
            @RequestParam(name = "feed", required = false) @Nullable String feed,
            @RequestParam(name = "name", required = false) @Nullable String name) {
        List<Receipt> found = receipts.find(feed, name, MOST);
        Map<Long, List<SettledItem>> items =
                receipts.items(found.stream().map(Receipt::id).toList());
        return found.stream()
                .map(receipt -> ReceiptLine.of(receipt, items.getOrDefault(receipt.id(), List.of())))
                .toList();
    }

    record ReceiptLine(
            String feed,
            String name,
            String hash,
            Instant receivedAt,
            String state,
            @Nullable String reason,
            List<SettledItem> items) {

        static ReceiptLine of(Receipt receipt, List<SettledItem> items) {
            return new ReceiptLine(
                    receipt.feed(),
                    receipt.name(),
                    receipt.hash(),
                    receipt.receivedAt(),
                    receipt.state().name().toLowerCase(Locale.ROOT),
                    receipt.reason(),
                    items);
        }
    }
}
