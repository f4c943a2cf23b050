package org.broadsheet.ingest.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Takes bytes in from outside: never more than may be, never for longer than may be, and never all in memory.
@Component
public class Spool {

    private static final int BUFFER = 16 * 1024;
    private static final int MEGABYTE = 1024 * 1024;
    private static final long PATIENCE_SECONDS = 120;

    private final FetchLimits limits;
    private final Clock clock;
    private final Semaphore room;
    private final int places;

    Spool(FetchLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.places = Math.max(Math.toIntExact(limits.together().toMegabytes()), 1);
        this.room = new Semaphore(places, true);
    }

    /// Takes a body in as it comes.
    ///
    /// @param largest how many bytes it may have; never more than any payload may have
    /// @throws TooMuch if it has more, takes too long or only drips
    public Content take(InputStream in, long largest) throws IOException {
        return take(in, largest, heard -> {});
    }

    /// The same, with somebody who hears each piece as it comes, such as whoever checks a signature.
    public Content take(InputStream in, long largest, Consumer<Heard> hears) throws IOException {
        return keep(new Metered(in, Math.min(largest, limits.largest().toBytes()), limits, clock), hears);
    }

    /// Unpacks what was taken in; what was packed is gone after that.
    ///
    /// @param encoding the `Content-Encoding` it came with
    /// @return empty where the encoding is none that is understood
    /// @throws TooMuch if it grows beyond what a payload may have, or beyond measure
    public Optional<Content> unpack(Content packed, String encoding, long largest) throws IOException {
        if (encoding.isBlank() || encoding.strip().equalsIgnoreCase("identity")) {
            return Optional.of(packed);
        }
        try (packed;
                InputStream raw = packed.stream()) {
            Optional<InputStream> unpacked = Unpacked.of(
                    raw,
                    encoding,
                    packed.size(),
                    Math.min(largest, limits.largest().toBytes()),
                    limits.ratio());
            return unpacked.isEmpty() ? Optional.empty() : Optional.of(keep(unpacked.get(), heard -> {}));
        }
    }

    private Content keep(InputStream in, Consumer<Heard> hears) throws IOException {
        MessageDigest digest = Hashing.digest();
        byte[] buffer = new byte[BUFFER];
        ByteArrayOutputStream memory = new ByteArrayOutputStream(BUFFER);
        Path file = null;
        @Nullable OutputStream out = null;
        long size = 0;
        boolean whole = false;
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new TooMuch(TooMuch.Kind.TIME, "It was not through when its time was over");
                }
                digest.update(buffer, 0, read);
                hears.accept(new Heard(buffer, read));
                size += read;
                if (out == null && size > limits.inMemory().toBytes()) {
                    file = Files.createTempFile("broadsheet-payload-", ".part");
                    out = Files.newOutputStream(file);
                    memory.writeTo(out);
                    memory = new ByteArrayOutputStream(0);
                }
                if (out == null) {
                    memory.write(buffer, 0, read);
                } else {
                    out.write(buffer, 0, read);
                }
            }
            whole = true;
        } finally {
            if (out != null) {
                out.close();
            }
            if (!whole && file != null) {
                Files.deleteIfExists(file);
            }
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        return file == null ? Content.of(memory.toByteArray(), hash) : Content.in(file, size, hash);
    }

    /// Waits until there is room in memory for so many bytes, and does something with them.
    ///
    /// @throws TooMuch if there was no room for two minutes
    public <T, X extends Exception> T lift(long bytes, Lifted<T, X> work) throws X, IOException, InterruptedException {
        if (bytes <= limits.inMemory().toBytes()) {
            return work.get();
        }
        int needed = Math.toIntExact(Math.min(places, bytes / MEGABYTE + 1));
        if (!room.tryAcquire(needed, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new TooMuch(TooMuch.Kind.TIME, "There is no room for it now");
        }
        try {
            return work.get();
        } finally {
            room.release(needed);
        }
    }

    /// Something that is done with many bytes in memory.
    @FunctionalInterface
    public interface Lifted<T, X extends Exception> {

        /// Does it.
        T get() throws X, IOException, InterruptedException;
    }

    /// A piece of a body as it comes; good only while it is heard.
    ///
    /// @param buffer holds it at its beginning
    /// @param length how many bytes it has
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere, and gone at once
    public record Heard(byte[] buffer, int length) {}
}
