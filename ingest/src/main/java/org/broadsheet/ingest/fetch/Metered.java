package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/// A stream from outside that is cut when it brings too much, takes too long or only drips.
final class Metered extends InputStream {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final InputStream in;
    private final long largest;
    private final FetchLimits limits;
    private final Clock clock;
    private final Instant begun;
    private long count;

    Metered(InputStream in, long largest, FetchLimits limits, Clock clock) {
        this.in = in;
        this.largest = largest;
        this.limits = limits;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        int read = in.read(buffer, offset, length);
        if (read > 0) {
            count += read;
            if (count > largest) {
                throw new TooMuch(
                        TooMuch.Kind.BYTES, "It sends more than the %,d bytes that are taken".formatted(largest));
            }
        }
        Duration took = Duration.between(begun, clock.instant());
        if (took.compareTo(limits.whole()) > 0) {
            throw new TooMuch(
                    TooMuch.Kind.TIME,
                    "It was not through after " + limits.whole().toSeconds() + " seconds");
        }
        if (read >= 0
                && took.compareTo(GRACE) > 0
                && count < took.toSeconds() * limits.slowest().toBytes()) {
            throw new TooMuch(
                    TooMuch.Kind.TIME, "It only drips: %,d bytes in %d seconds".formatted(count, took.toSeconds()));
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
