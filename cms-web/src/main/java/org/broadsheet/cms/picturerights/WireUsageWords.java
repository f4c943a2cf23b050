package org.broadsheet.cms.picturerights;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.core.picture.PictureHash;
import org.springframework.context.annotation.Fallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the wire said about the use of pictures when it sent them; asked where nobody keeps sheets of pictures.
@Component
@Fallback
class WireUsageWords implements UsageWords {

    private final JdbcClient database;

    WireUsageWords(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Map<PictureHash, Words> of(Collection<PictureHash> hashes) {
        Map<PictureHash, Words> words = new HashMap<>();
        database.sql("""
                        SELECT picture.hash, wire.texts, coalesce(wire.received_at, picture.kept_at) AS received_at
                        FROM picture
                        LEFT JOIN LATERAL (
                            SELECT array_agg(coalesce(item -> 'picture' ->> 'instructions', '')) AS texts,
                                min(received_at) AS received_at
                            FROM wire_item WHERE picture_hash = picture.hash AND kind = 'picture') wire ON true
                        WHERE picture.hash = ANY (:hashes)
                        """)
                .param("hashes", hashes.stream().map(PictureHash::value).toArray(String[]::new))
                .query(row -> {
                    List<String> texts = new ArrayList<>();
                    if (row.getArray("texts") != null) {
                        texts.addAll(List.of((String[]) row.getArray("texts").getArray()));
                    }
                    words.put(
                            new PictureHash(row.getString("hash")),
                            new Words(texts, row.getTimestamp("received_at").toInstant()));
                });
        return words;
    }
}
