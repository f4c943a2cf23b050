package org.broadsheet.ingest.payload;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The bytes of the payloads as they were sent, by their hash. Those that have just come in are still at hand, so that
/// the usual payload is not read back from the database.
@Repository
public class RawBytes {

    private static final long AT_HAND = 16L * 1024 * 1024;
    private static final int LONGEST_AT_HAND = 1024 * 1024;

    private final JdbcClient jdbc;
    private final LinkedHashMap<String, byte[]> atHand = new LinkedHashMap<>();
    private long atHandBytes;

    RawBytes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes down the bytes of arrivals within the running transaction; the same bytes are kept once.
    void keep(List<Arrival> arrivals) {
        // In the order of their hashes, so that two who keep the same bytes at once wait for each other in line.
        Map<String, byte[]> distinct = new java.util.TreeMap<>();
        arrivals.forEach(arrival -> distinct.put(arrival.hash(), arrival.bytes()));
        String[] hashes = distinct.keySet().toArray(new String[0]);
        byte[][] bytes = distinct.values().toArray(new byte[0][]);
        // Bytes that are here already are held until commit: whoever clears out must not take them meanwhile.
        jdbc.sql("""
            insert into raw_bytes (hash, size, bytes)
            select hash, length(bytes), bytes from unnest(?::text[], ?::bytea[]) as given (hash, bytes)
            on conflict (hash) do update set size = excluded.size
            """).params(hashes, bytes).update();
        distinct.forEach(this::hold);
    }

    /// The bytes of a payload; empty where they were never kept or have been cleared out.
    public Optional<byte[]> of(String hash) {
        return jdbc.sql("select bytes from raw_bytes where hash = ?")
                .param(hash)
                .query((row, number) -> row.getBytes(1))
                .optional();
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
            jdbc.sql("select hash, bytes from raw_bytes where hash = any(?::text[])")
                    .param(missing.toArray(new String[0]))
                    .query(row -> {
                        found.put(row.getString(1), row.getBytes(2));
                    });
        }
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
