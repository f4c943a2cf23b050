package org.broadsheet.ops.command.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

    @Test
    void whatAChildUsedStillCountsWhenItHasEnded() throws Exception {
        Process parent = new ProcessBuilder(
                        "sh", "-c", "sh -c 'i=0; while [ $i -lt 400000 ]; do i=$((i+1)); done'; read ended; exit 0")
                .start();
        try {
            Duration used = Duration.ZERO;
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (used.isZero() || parent.descendants().findAny().isPresent()) {
                Duration now = ProcessorTime.ofFamily(parent.toHandle());
                assertThat(now).isGreaterThanOrEqualTo(used);
                used = now;
                assertThat(System.nanoTime()).as("the child ends").isLessThan(deadline);
                Thread.sleep(10);
            }

            assertThat(ProcessorTime.ofFamily(parent.toHandle()))
                    .isGreaterThanOrEqualTo(used)
                    .isGreaterThan(Duration.ofMillis(50));
        } finally {
            parent.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
