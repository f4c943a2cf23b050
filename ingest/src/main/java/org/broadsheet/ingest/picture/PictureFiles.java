package org.broadsheet.ingest.picture;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.ingest.format.InsidePicture;
import org.broadsheet.ingest.format.Reading;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The picture files that came in, by their names in a feed and by the hash of their bytes.
@Repository
public class PictureFiles {

    private static final String FILE = """
        select f.receipt_id, f.hash, o.mime_type, o.width, o.height, o.embedded, b.size
        from picture_file f join picture_original o using (hash) join raw_bytes b using (hash)
        """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PictureFiles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Keeps a file as the newest of its name in the feed.
    public PictureFile keep(String feed, String name, String hash, long receipt, Reading.Picture picture) {
        jdbc.sql("""
            insert into picture_original (hash, mime_type, width, height, embedded)
            values (?, ?, ?, ?, cast(? as jsonb)) on conflict (hash) do nothing
            """)
                .params(
                        hash,
                        picture.mimeType(),
                        picture.width(),
                        picture.height(),
                        json.writeValueAsString(picture.inside()))
                .update();
        jdbc.sql("""
            insert into picture_file (feed, name, hash, receipt_id) values (?, ?, ?, ?)
            on conflict (feed, name) do update set hash = excluded.hash, receipt_id = excluded.receipt_id
            """).params(feed, name, hash, receipt).update();
        return named(feed, name).orElseThrow();
    }

    /// The newest file of a name in a feed.
    public Optional<PictureFile> named(String feed, String name) {
        return jdbc.sql(FILE + "where f.feed = ? and f.name = ?")
                .params(feed, name)
                .query(this::read)
                .optional();
    }

    /// The media type of an original; empty where no picture has this hash.
    Optional<String> mimeType(PictureHash hash) {
        return jdbc.sql("select mime_type from picture_original where hash = ?")
                .param(hash.value())
                .query(String.class)
                .optional();
    }

    private PictureFile read(ResultSet row, int number) throws SQLException {
        return new PictureFile(
                row.getLong("receipt_id"),
                new PictureHash(row.getString("hash")),
                row.getLong("size"),
                row.getString("mime_type"),
                row.getInt("width"),
                row.getInt("height"),
                json.readValue(row.getString("embedded"), InsidePicture.class));
    }

    /// A picture file that came in.
    ///
    /// @param receipt the receipt it came in with
    /// @param hash of its bytes
    /// @param size of its bytes
    /// @param mimeType by content
    /// @param width in pixels
    /// @param height in pixels
    /// @param inside what its own metadata says
    public record PictureFile(
            long receipt, PictureHash hash, long size, String mimeType, int width, int height, InsidePicture inside) {}
}
