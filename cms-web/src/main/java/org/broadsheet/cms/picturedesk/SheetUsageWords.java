package org.broadsheet.cms.picturedesk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.cms.picturerights.UsageWords;
import org.broadsheet.cms.picturesheet.PictureSheets;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureSheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What is written about the use of pictures, as their sheets have it now: what the picture desk writes there counts
/// from the next look at its rights.
@Component
class SheetUsageWords implements UsageWords {

    private final JdbcClient database;
    private final PictureSheets sheets;

    SheetUsageWords(JdbcClient database, PictureSheets sheets) {
        this.database = database;
        this.sheets = sheets;
    }

    @Override
    public Map<PictureHash, Words> of(Collection<PictureHash> hashes) {
        Map<PictureHash, PictureSheet> known = sheets.now(hashes);
        Map<PictureHash, Words> words = new HashMap<>();
        received(hashes).forEach((hash, received) -> {
            PictureSheet sheet = known.getOrDefault(hash, PictureSheet.BLANK);
            words.put(hash, new Words(List.of(sheet.usageTerms(), sheet.instructions()), received, days(sheet)));
        });
        return words;
    }

    /// The days the file names; what its caption says is the story's own affair.
    private static Map<String, LocalDate> days(PictureSheet sheet) {
        Map<String, LocalDate> days = new LinkedHashMap<>();
        for (PictureSheet.NamedDate date : sheet.dates()) {
            if (date.day() != null && !date.from().equals("caption")) {
                days.putIfAbsent(date.from(), date.day());
            }
        }
        return days;
    }

    private Map<PictureHash, Instant> received(Collection<PictureHash> hashes) {
        Map<PictureHash, Instant> received = new HashMap<>();
        database.sql("""
            SELECT picture.hash, coalesce(
                (SELECT min(wire_item.received_at) FROM wire_item
                 WHERE wire_item.picture_hash = picture.hash AND wire_item.kind = 'picture'),
                picture.kept_at) AS received_at
            FROM picture WHERE picture.hash = ANY (?)
            """)
                .param(hashes.stream().map(PictureHash::value).toArray(String[]::new))
                .query(row -> {
                    received.put(
                            new PictureHash(row.getString("hash")),
                            row.getTimestamp("received_at").toInstant());
                });
        return received;
    }
}
