package org.broadsheet.ingest.payload;

import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The bytes of the payloads as they were sent, by their hash. Those that have just come in are still at hand, so that
/// the usual payload is not read back from the database.
@Repository
public class RawBytes {

    private static final long AT_HAND = 16L * 1024 * 1024;
    private static final int LONGEST_AT_HAND = 1024 * 1024;

    /// Tells the driver to have columns sent in binary from the first execution on.
    private static final int BINARY_AT_ONCE = -1;

    /// So many bytes go to the database together; what is longer goes by itself.
    private static final long TOGETHER = 8L * 1024 * 1024;

    private final JdbcClient jdbc;
    private final JdbcOperations driver;
    private final LinkedHashMap<String, byte[]> atHand = new LinkedHashMap<>();
    private long atHandBytes;

    RawBytes(JdbcClient jdbc, JdbcOperations driver) {
        this.jdbc = jdbc;
        this.driver = driver;
    }

    /// Writes down the bytes of arrivals within the running transaction; the same bytes are kept once.
    void keep(List<Arrival> arrivals) {
        // In the order of their hashes, so that two who keep the same bytes at once wait for each other in line.
        Map<String, byte[]> distinct = new java.util.TreeMap<>();
        arrivals.forEach(arrival -> distinct.put(arrival.hash(), arrival.bytes()));
        List<String> hashes = new ArrayList<>();
        List<byte[]> bytes = new ArrayList<>();
        long together = 0;
        for (Map.Entry<String, byte[]> next : distinct.entrySet()) {
            long size = next.getValue().length;
            if (!hashes.isEmpty() && together + size > TOGETHER) {
                keep(hashes, bytes);
                hashes.clear();
                bytes.clear();
                together = 0;
            }
            hashes.add(next.getKey());
            bytes.add(next.getValue());
            together += size;
        }
        if (!hashes.isEmpty()) {
            keep(hashes, bytes);
        }
        distinct.forEach(this::hold);
    }

    /// Bytes that are here already are held until commit: whoever clears out must not take them meanwhile.
    private void keep(List<String> hashes, List<byte[]> bytes) {
        if (hashes.size() == 1) {
            // By itself it goes to the database as it is; in a list the driver would copy it.
            jdbc.sql("""
                insert into raw_bytes (hash, size, bytes) values (?, ?, ?)
                on conflict (hash) do update set size = excluded.size
                """)
                    .params(hashes.getFirst(), (long) bytes.getFirst().length, bytes.getFirst())
                    .update();
            return;
        }
        jdbc.sql("""
            insert into raw_bytes (hash, size, bytes)
            select hash, length(bytes), bytes from unnest(?::text[], ?::bytea[]) as given (hash, bytes)
            on conflict (hash) do update set size = excluded.size
            """)
                .params(hashes.toArray(new String[0]), bytes.toArray(new byte[0][]))
                .update();
    }

    /// The bytes of a payload; empty where they were never kept or have been cleared out.
    public Optional<byte[]> of(String hash) {
        return Optional.ofNullable(read(List.of(hash)).get(hash));
    }

    /// The bytes of several payloads, by their hashes; none for those that are not kept.
    public Map<String, byte[]> of(Collection<String> hashes) {
        Map<String, byte[]> found = new HashMap<>();
        List<String> missing = new ArrayList<>();
        for (String hash : hashes) {
            byte[] bytes = take(hash);
            if (bytes == null) {
                missing.add(hash);
            } else {
                found.put(hash, bytes);
            }
        }
        if (!missing.isEmpty()) {
            found.putAll(read(missing));
        }
        return found;
    }

    /// Reads bytes back as they are: asked for as text, they would take three times their room.
    private Map<String, byte[]> read(List<String> hashes) {
        Map<String, byte[]> found = new HashMap<>();
        driver.query(
                connection -> {
                    PreparedStatement statement =
                            connection.prepareStatement("select hash, bytes from raw_bytes where hash = any(?)");
                    statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
                    statement.setArray(1, connection.createArrayOf("text", hashes.toArray()));
                    return statement;
                },
                row -> {
                    found.put(row.getString(1), row.getBytes(2));
                });
        return found;
    }

    private synchronized void hold(String hash, byte[] bytes) {
        if (bytes.length > LONGEST_AT_HAND || atHand.putIfAbsent(hash, bytes) != null) {
            return;
        }
        atHandBytes += bytes.length;
        var oldest = atHand.entrySet().iterator();
        while (atHandBytes > AT_HAND) {
            atHandBytes -= oldest.next().getValue().length;
            oldest.remove();
        }
    }

    private synchronized byte @Nullable [] take(String hash) {
        byte[] bytes = atHand.remove(hash);
        if (bytes != null) {
            atHandBytes -= bytes.length;
        }
        return bytes;
    }
}
