package org.broadsheet.ingest.push;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts wrong signatures by feed and caller: twenty, and then one more every six seconds. A right one always passes,
/// so nobody can shut a sender out by failing in its name.
@Component
class WrongSignatures {

    private static final int AT_ONCE = 20;
    private static final int A_MINUTE = 10;
    private static final int REMEMBERED = 10_000;

    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// Counts one more.
    ///
    /// @return how long the caller has to wait until it may fail again; zero where it may
    Duration count(String feed, String caller) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(
                    feed + " " + caller,
                    key -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(AT_ONCE).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                            .build());
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }
}
