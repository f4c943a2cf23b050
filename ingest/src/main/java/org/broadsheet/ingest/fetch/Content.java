package org.broadsheet.ingest.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was fetched, until it is handed over: in memory while it is small, in a temporary file where it is not.
public final class Content implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Content.class);

    private final byte @Nullable [] bytes;
    private final @Nullable Path file;
    private final long size;
    private final String hash;

    private Content(byte @Nullable [] bytes, @Nullable Path file, long size, String hash) {
        this.bytes = bytes;
        this.file = file;
        this.size = size;
        this.hash = hash;
    }

    /// Bytes that are in memory already.
    public static Content of(byte[] bytes) {
        return new Content(bytes, null, bytes.length, Hashing.of(bytes));
    }

    static Content in(Path file, long size, String hash) {
        return new Content(null, file, size, hash);
    }

    static Content of(byte[] bytes, String hash) {
        return new Content(bytes, null, bytes.length, hash);
    }

    /// How many bytes it has.
    public long size() {
        return size;
    }

    /// SHA-256 of the bytes, hexadecimal.
    public String hash() {
        return hash;
    }

    /// The bytes, all of them in memory: ask [Spool#lift] for room first where it is not known to be small.
    public byte[] bytes() throws IOException {
        if (bytes != null) {
            return bytes;
        }
        Path from = file;
        return from == null ? new byte[0] : Files.readAllBytes(from);
    }

    /// The bytes, one after the other.
    public InputStream stream() throws IOException {
        if (bytes != null) {
            return new ByteArrayInputStream(bytes);
        }
        Path from = file;
        return from == null ? InputStream.nullInputStream() : Files.newInputStream(from);
    }

    @Override
    public void close() {
        Path gone = file;
        if (gone != null) {
            try {
                Files.deleteIfExists(gone);
            } catch (IOException e) {
                LOG.atWarn().setCause(e).log("A temporary file of a fetched payload stays behind");
            }
        }
    }
}
