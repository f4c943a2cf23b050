package org.broadsheet.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecretSafeTest {

    private static SecretSafe safe(String key) throws Exception {
        return new SecretSafe(new FeedRules(key, 1, Duration.ofMinutes(1), Duration.ofMinutes(1)));
    }

    @Test
    void whatIsSealedOpensWithTheSameKeyForTheSameFeedAndFieldOnly() throws Exception {
        SecretSafe safe = safe("a key of at least 24 characters");
        String sealed = safe.seal("northwind", "password", "harbour–42");

        assertThat(sealed).doesNotContain("harbour");
        assertThat(safe("a key of at least 24 characters").open("northwind", "password", sealed))
                .isEqualTo("harbour–42");
        assertThat(safe.seal("northwind", "password", "harbour–42"))
                .as("sealed twice, it looks different")
                .isNotEqualTo(sealed);
        assertThatThrownBy(() -> safe.open("another", "password", sealed)).isInstanceOf(FetchFailed.class);
        assertThatThrownBy(() -> safe.open("northwind", "passphrase", sealed)).isInstanceOf(FetchFailed.class);
        assertThatThrownBy(() -> safe("another key of 24 characters").open("northwind", "password", sealed))
                .isInstanceOfSatisfying(
                        FetchFailed.class,
                        refused -> assertThat(refused.sentence()).contains("enter it again"));
        for (String broken : new String[] {"", "v1.", "v1.AAAA", "v1.%%%", sealed.substring(0, sealed.length() - 4)}) {
            assertThatThrownBy(() -> safe.open("northwind", "password", broken)).isInstanceOf(FetchFailed.class);
        }
    }

    @Test
    void withoutAProperKeyThereIsNoStart() {
        assertThatThrownBy(() -> safe("too short")).hasMessageContaining("broadsheet.ingest.feed.key");
        assertThatThrownBy(() -> safe(null)).hasMessageContaining("broadsheet.ingest.feed.key");
    }

    @Test
    void failuresBackOffAndStayWithinBounds() {
        for (int failures = 0; failures < 40; failures++) {
            Duration wait = FeedShift.backOff(failures);
            long usual = Math.min(10L << Math.min(failures, 12), 1800);
            assertThat(wait).isBetween(Duration.ofMillis(usual * 799), Duration.ofMillis(usual * 1201));
        }
    }

    @Test
    void namesFromOutsideAreMadeHarmless() {
        assertThat(PayloadName.of("../../etc/passwd", "x")).isEqualTo("passwd");
        assertThat(PayloadName.of("/pic/harbour dawn.jpg", "x")).isEqualTo("harbour dawn.jpg");
        assertThat(PayloadName.of("..", "x")).isEqualTo("x");
        assertThat(PayloadName.of("a\u0000b\nc|d", "x")).isEqualTo("a_b_c_d");
        assertThat(PayloadName.of("/", "x")).isEqualTo("x");
        assertThat(PayloadName.of("n".repeat(500) + ".xml", "x")).hasSize(180).endsWith(".xml");
    }
}
