package org.broadsheet.ingest.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// A packed body while it is unpacked: it may neither grow beyond what a payload may have nor beyond measure.
final class Unpacked extends InputStream {

    private static final long FROM = 1024 * 1024;

    private final InputStream in;
    private final long packed;
    private final long largest;
    private final int ratio;
    private long count;

    private Unpacked(InputStream in, long packed, long largest, int ratio) {
        this.in = in;
        this.packed = Math.max(1, packed);
        this.largest = largest;
        this.ratio = ratio;
    }

    /// A body with its content encoding undone.
    ///
    /// @param encoding the `Content-Encoding`
    /// @param packed how many bytes it has packed
    /// @return empty where the encoding is none that is understood
    static Optional<InputStream> of(InputStream in, String encoding, long packed, long largest, int ratio)
            throws IOException {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> Optional.of(in);
            case "gzip", "x-gzip" -> Optional.of(new Unpacked(new GZIPInputStream(in), packed, largest, ratio));
            case "deflate" -> Optional.of(new Unpacked(inflated(in), packed, largest, ratio));
            default -> Optional.empty();
        };
    }

    /// `deflate` means zlib (RFC 9110, 8.4.1.2), and some servers send it bare.
    private static InputStream inflated(InputStream in) throws IOException {
        PushbackInputStream back = new PushbackInputStream(in, 2);
        int first = back.read();
        int second = back.read();
        if (second >= 0) {
            back.unread(second);
        }
        if (first >= 0) {
            back.unread(first);
        }
        boolean zlib = (first & 0x0F) == 8 && ((first << 8) | second) % 31 == 0;
        return new InflaterInputStream(back, new Inflater(!zlib));
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
                        TooMuch.Kind.BYTES,
                        "Unpacked it has more than the %,d bytes that are taken".formatted(largest));
            }
            if (count > FROM && count / packed > ratio) {
                throw new TooMuch(
                        TooMuch.Kind.RATIO, "Unpacked it grows more than " + ratio + " times: that is a trap");
            }
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
