package org.broadsheet.ingest.quarantine;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.broadsheet.ingest.intake.Rereading;
import org.broadsheet.ingest.intake.Rereading.Reparsed;
import org.broadsheet.ingest.payload.Receipt;
import org.broadsheet.ingest.payload.Receipts;
import org.broadsheet.ingest.payload.SettledItem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What could not be read: looked at, read again, let go.
@RestController
class QuarantineController {

    private static final int MOST = 200;

    private final Receipts receipts;
    private final Replays replays;
    private final Rereading rereading;

    QuarantineController(Receipts receipts, Replays replays, Rereading rereading) {
        this.receipts = receipts;
        this.replays = replays;
        this.rereading = rereading;
    }

    /// Payloads in quarantine, newest first.
    ///
    /// @param before only those that came in before this one
    /// @param limit 1 to 200
    @GetMapping("/api/quarantine")
    QuarantinePage quarantine(
            @RequestParam(name = "feed", required = false) @Nullable String feed,
            @RequestParam(name = "before", required = false) @Nullable Long before,
            @RequestParam(name = "limit", defaultValue = "50") int limit) {
        String only = feed == null || feed.isBlank() ? null : feed;
        return new QuarantinePage(
                receipts.inQuarantine(only),
                receipts.inQuarantine(only, before, Math.clamp(limit, 1, MOST)).stream()
                        .map(QuarantineLine::of)
                        .toList());
    }

    /// One of them, with the beginning of it as text.
    @GetMapping("/api/quarantine/{id}")
    ResponseEntity<?> one(@PathVariable("id") long id) {
        Optional<Receipt> found = inQuarantine(id);
        if (found.isEmpty()) {
            return notThere();
        }
        Receipt receipt = found.get();
        return ResponseEntity.ok(QuarantinedPayload.of(
                receipt,
                receipts.bytes(receipt.hash()).map(Preview::of).orElse(""),
                receipts.items(List.of(id)).getOrDefault(id, List.of())));
    }

    /// The bytes of a payload as they were sent, to be kept and never shown as a page.
    @GetMapping("/api/payloads/{id}/raw")
    ResponseEntity<?> raw(@PathVariable("id") long id) {
        Optional<Receipt> receipt = receipts.one(id);
        Optional<byte[]> bytes = receipt.flatMap(found -> receipts.bytes(found.hash()));
        if (receipt.isEmpty() || bytes.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "The bytes of this payload are not kept here");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(receipt.get().name(), java.nio.charset.StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes.get());
    }

    /// Reads one again, by the usual path.
    @PostMapping("/api/quarantine/{id}/replay")
    ResponseEntity<?> replay(@PathVariable("id") long id) {
        if (inQuarantine(id).isEmpty()) {
            return notThere();
        }
        Optional<Receipt> replayed = replays.replay(id);
        if (replayed.isEmpty()) {
            return problem(
                    HttpStatus.CONFLICT,
                    "The bytes of this payload are not kept here; whoever sent it has to send it again");
        }
        Receipt receipt = replayed.get();
        return ResponseEntity.ok(new Replayed(
                receipt.state().name().toLowerCase(Locale.ROOT),
                receipt.reason(),
                receipts.items(List.of(id)).getOrDefault(id, List.of())));
    }

    /// Reads all of them again, or those of one feed, in the background; while it goes on, a second call answers how
    /// far it has come.
    @PostMapping("/api/quarantine/replay")
    ResponseEntity<ReplayProgress> replayAll(@RequestBody(required = false) @Nullable ReplayOrder order) {
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(replays.replayAll(order == null ? null : order.feed()));
    }

    /// How far the last replay of all has come.
    @GetMapping("/api/quarantine/replay")
    ReplayProgress replayProgress() {
        return replays.progress();
    }

    /// Lets one go for good.
    @PostMapping("/api/quarantine/{id}/drop")
    ResponseEntity<?> drop(@PathVariable("id") long id) {
        return receipts.drop(id) ? ResponseEntity.ok(Map.of("state", "dropped")) : notThere();
    }

    /// Parses every kept version of an item again from its raw bytes.
    @PostMapping("/api/items/reparse")
    ResponseEntity<?> reparse(@RequestBody ReparseOrder order) {
        if (order.provider() == null || order.guid() == null) {
            return problem(HttpStatus.BAD_REQUEST, "An item is named by its provider and its guid");
        }
        Reparsed reparsed = rereading.reparse(order.provider(), order.guid());
        return reparsed.versions() == 0
                ? problem(HttpStatus.NOT_FOUND, "No item of this provider has this guid")
                : ResponseEntity.ok(reparsed);
    }

    private Optional<Receipt> inQuarantine(long id) {
        return receipts.one(id).filter(receipt -> receipt.state() == Receipt.State.QUARANTINED);
    }

    private static ResponseEntity<?> notThere() {
        return problem(HttpStatus.NOT_FOUND, "No such payload is in quarantine");
    }

    private static ResponseEntity<?> problem(HttpStatus status, String sentence) {
        return ResponseEntity.of(ProblemDetail.forStatusAndDetail(status, sentence))
                .build();
    }

    record QuarantinePage(long total, List<QuarantineLine> payloads) {}

    record QuarantineLine(
            long id,
            String feed,
            String name,
            long size,
            Instant receivedAt,
            @Nullable String format,
            String reason,
            int replays) {

        static QuarantineLine of(Receipt receipt) {
            return new QuarantineLine(
                    receipt.id(),
                    receipt.feed(),
                    receipt.name(),
                    receipt.size(),
                    receipt.receivedAt(),
                    receipt.format(),
                    Objects.requireNonNullElse(receipt.reason(), ""),
                    receipt.replays());
        }
    }

    record QuarantinedPayload(
            long id,
            String feed,
            String name,
            long size,
            Instant receivedAt,
            @Nullable String format,
            String reason,
            int replays,
            String text,
            List<SettledItem> items) {

        static QuarantinedPayload of(Receipt receipt, String text, List<SettledItem> items) {
            QuarantineLine line = QuarantineLine.of(receipt);
            return new QuarantinedPayload(
                    line.id(),
                    line.feed(),
                    line.name(),
                    line.size(),
                    line.receivedAt(),
                    line.format(),
                    line.reason(),
                    line.replays(),
                    text,
                    items);
        }
    }

    record Replayed(String state, @Nullable String reason, List<SettledItem> items) {}

    record ReplayOrder(@Nullable String feed) {}

    record ReparseOrder(@Nullable String provider, @Nullable String guid) {}
}
