package org.broadsheet.cms.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.darkroom.DarkroomSettings;
import org.broadsheet.cms.darkroom.Look;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/// The pictures on their way in: who sends them and how far they have come, in the database; their bytes in the spool.
/// What both of them hold is held.
@Repository
class Uploads {

    /// A file is looked at until so many bytes of it are there: by then its header is.
    private static final int HEAD = 256 << 10;

    private static final String COLUMNS = "id, name, size, type, arrived, state, picture, again, sentence";

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Spool spool;
    private final Darkroom darkroom;
    private final Reception reception;
    private final UploadSettings settings;
    private final long mostBytes;

    Uploads(
            JdbcClient database,
            TransactionTemplate transaction,
            Spool spool,
            Darkroom darkroom,
            DarkroomSettings most,
            Reception reception,
            UploadSettings settings) {
        this.database = database;
        this.transaction = transaction;
        this.spool = spool;
        this.darkroom = darkroom;
        this.reception = reception;
        this.settings = settings;
        this.mostBytes = most.mostBytes().toBytes();
    }

    /// A file that somebody wants to send.
    ///
    /// @param type what the browser says it is
    /// @param lastModified in milliseconds since 1970, `null` where the browser does not say
    /// @param head the SHA-256 of its beginning, `null` where the browser does not say
    record Wish(
            String name,
            long size,
            String type,
            @Nullable Long lastModified,
            @Nullable String head) {}

    /// What came of a wish.
    sealed interface Beginning {

        /// It may come, from where it stands.
        record Begun(Upload upload) implements Beginning {}

        /// It is larger than any picture we take.
        record TooLarge(long most) implements Beginning {}

        /// Its sender has too many that are not finished.
        record TooMany(int most) implements Beginning {}

        /// There is no room for it now.
        record NoRoom() implements Beginning {}
    }

    /// What came of a piece.
    sealed interface Step {

        /// It is on the disk, or was no longer needed.
        record Went(Upload upload) implements Step {}

        /// It does not begin where the upload stands.
        record Elsewhere(long offset) implements Step {}

        /// It goes beyond what was announced.
        record Beyond(long size) implements Step {}

        /// This member sends no such upload.
        record Unknown() implements Step {}
    }

    /// Begins an upload, or finds the unfinished one of the same file, which goes on where it stands.
    Beginning begin(Wish wish, StaffMember member) {
        if (wish.size() > mostBytes) {
            return new Beginning.TooLarge(mostBytes);
        }
        return transaction.execute(_ -> {
            // Two who begin at once are counted one after the other.
            database.sql("SELECT pg_advisory_xact_lock(45)")
                    .query((row, _) -> row.getString(1))
                    .list();
            Optional<Upload> unfinished = wish.lastModified() == null ? Optional.empty() : unfinished(wish, member);
            return unfinished.<Beginning>map(Beginning.Begun::new).orElseGet(() -> beginAnew(wish, member));
        });
    }

    private Optional<Upload> unfinished(Wish wish, StaffMember member) {
        return database.sql("SELECT " + COLUMNS + """
             FROM picture_upload
            WHERE owner = :owner AND state = 'open' AND name = :name AND size = :size
              AND last_modified = :modified AND head IS NOT DISTINCT FROM :head
            ORDER BY begun_at LIMIT 1 FOR UPDATE
            """)
                .param("owner", member.id())
                .param("name", wish.name())
                .param("size", wish.size())
                .param("modified", wish.lastModified())
                .param("head", wish.head(), java.sql.Types.VARCHAR)
                .query(this::line)
                .optional()
                .map(Line::upload);
    }

    private Beginning beginAnew(Wish wish, StaffMember member) {
        int open = database.sql("SELECT count(*) FROM picture_upload WHERE owner = ? AND state = 'open'")
                .param(member.id())
                .query(Integer.class)
                .single();
        if (open >= settings.openAtOnce()) {
            return new Beginning.TooMany(settings.openAtOnce());
        }
        long announced = database.sql("SELECT coalesce(sum(size), 0) FROM picture_upload WHERE state = 'open'")
                .query(Long.class)
                .single();
        if (announced + wish.size() > settings.spooled().toBytes()) {
            return new Beginning.NoRoom();
        }
        UUID id = UUID.randomUUID();
        database.sql("""
            INSERT INTO picture_upload (id, owner, name, size, type, last_modified, head)
            VALUES (:id, :owner, :name, :size, :type, :modified, :head)
            """)
                .param("id", id)
                .param("owner", member.id())
                .param("name", wish.name())
                .param("size", wish.size())
                .param("type", wish.type())
                .param("modified", wish.lastModified(), java.sql.Types.BIGINT)
                .param("head", wish.head(), java.sql.Types.VARCHAR)
                .update();
        return new Beginning.Begun(new Upload(id, wish.name(), wish.size(), new Upload.Standing.Open(0)));
    }

    /// An upload of this member.
    Optional<Upload> find(UUID id, StaffMember member) {
        return line(id, member, false).map(Line::upload);
    }

    /// What this member has begun and not finished, the oldest first.
    List<Upload> unfinished(StaffMember member) {
        return database.sql("SELECT " + COLUMNS + """
             FROM picture_upload WHERE owner = ? AND state = 'open' ORDER BY begun_at, id
            """).param(member.id()).query(this::line).list().stream()
                .map(Line::upload)
                .toList();
    }

    /// Puts a piece behind those that are held. When this returns [Step.Went], it is on the disk. As soon as the first
    /// pieces show that the file is no picture, it is refused; with the last one it is kept. A piece of an upload
    /// that is over changes nothing: it is answered once more.
    ///
    /// @param offset where the piece begins in the file
    Step append(UUID id, StaffMember member, long offset, byte[] piece) {
        Step step = transaction.execute(_ -> {
            Optional<Line> line = line(id, member, true);
            return line.isEmpty() ? new Step.Unknown() : append(line.get(), offset, piece);
        });
        if (step instanceof Step.Went(Upload upload)
                && upload.standing() instanceof Upload.Standing.Open(long arrived)
                && arrived == upload.size()) {
            return finish(upload, member);
        }
        if (step instanceof Step.Went(Upload upload) && !(upload.standing() instanceof Upload.Standing.Open)) {
            spool.drop(id);
        }
        return step;
    }

    private Step append(Line line, long offset, byte[] piece) {
        Upload upload = line.upload();
        if (!(upload.standing() instanceof Upload.Standing.Open(long arrived))) {
            return new Step.Went(upload);
        }
        if (offset != arrived) {
            return new Step.Elsewhere(arrived);
        }
        long now = arrived + piece.length;
        if (now > upload.size()) {
            return new Step.Beyond(upload.size());
        }
        if (piece.length > 0) {
            spool.append(upload.id(), arrived, piece);
        }
        Upload.Standing standing = arrived < HEAD ? glance(upload, now) : new Upload.Standing.Open(now);
        return new Step.Went(write(upload, standing, now));
    }

    private Upload.Standing glance(Upload upload, long arrived) {
        Optional<Look.Refused> refused = arrived == 0
                ? Optional.empty()
                : darkroom.glance(spool.head(upload.id(), (int) Math.min(arrived, HEAD)), upload.size());
        return refused.<Upload.Standing>map(no -> new Upload.Standing.Refused(no.sentence()))
                .orElseGet(() -> new Upload.Standing.Open(arrived));
    }

    /// All bytes are there: draws the file and has it kept.
    private Step finish(Upload upload, StaffMember member) {
        Step step = reception.holding(upload.size(), () -> {
            if (spool.length(upload.id()) < upload.size()) {
                // Somebody else has just finished it.
                return transaction.execute(_ -> outcome(upload.id(), member));
            }
            byte[] file = spool.whole(upload.id(), upload.size());
            Optional<String> unfit = reception.unfit(file);
            return transaction.execute(_ -> {
                Optional<Line> line = line(upload.id(), member, true);
                if (line.isEmpty()) {
                    return new Step.Unknown();
                }
                Upload now = line.get().upload();
                if (!(now.standing() instanceof Upload.Standing.Open)) {
                    return new Step.Went(now);
                }
                Upload.Standing standing = unfit.<Upload.Standing>map(Upload.Standing.Refused::new)
                        .orElseGet(
                                () -> reception.keep(file, line.get().type(), member, Map.of("file", upload.name())));
                return new Step.Went(write(now, standing, upload.size()));
            });
        });
        if (step instanceof Step.Went(Upload over) && !(over.standing() instanceof Upload.Standing.Open)) {
            spool.drop(upload.id());
        }
        return step;
    }

    private Step outcome(UUID id, StaffMember member) {
        return line(id, member, true)
                .<Step>map(line -> new Step.Went(line.upload()))
                .orElseGet(Step.Unknown::new);
    }

    private Upload write(Upload upload, Upload.Standing standing, long arrived) {
        Upload.Standing.Kept kept = standing instanceof Upload.Standing.Kept it ? it : null;
        Upload.Standing.Refused refused = standing instanceof Upload.Standing.Refused it ? it : null;
        database.sql("""
            UPDATE picture_upload
            SET arrived = :arrived, state = :state, picture = :picture, again = :again, sentence = :sentence,
                touched_at = now()
            WHERE id = :id
            """)
                .param("arrived", arrived)
                .param("state", kept != null ? "kept" : refused != null ? "refused" : "open")
                .param("picture", kept == null ? null : kept.picture().value(), java.sql.Types.VARCHAR)
                .param("again", kept == null ? null : kept.again(), java.sql.Types.BOOLEAN)
                .param("sentence", refused == null ? null : refused.sentence(), java.sql.Types.VARCHAR)
                .param("id", upload.id())
                .update();
        return new Upload(upload.id(), upload.name(), upload.size(), standing);
    }

    /// Forgets an upload; a picture that it became stays.
    ///
    /// @return whether there was one
    boolean forget(UUID id, StaffMember member) {
        boolean was = database.sql("DELETE FROM picture_upload WHERE id = ? AND owner = ?")
                        .params(id, member.id())
                        .update()
                > 0;
        if (was) {
            spool.drop(id);
        }
        return was;
    }

    /// Forgets what nobody went on with, and pieces that belong to nothing any more.
    ///
    /// @return how many unfinished uploads were forgotten
    int forgetAbandoned() {
        int abandoned = database.sql("""
            WITH forgotten AS (
                DELETE FROM picture_upload WHERE touched_at < now() - make_interval(secs => ?) RETURNING state)
            SELECT count(*) FROM forgotten WHERE state = 'open'
            """)
                .param((double) settings.abandonedAfter().toSeconds())
                .query(Integer.class)
                .single();
        for (UUID lying : spool.lying()) {
            boolean isOpen = !database.sql("SELECT 1 FROM picture_upload WHERE id = ? AND state = 'open'")
                    .param(lying)
                    .query((row, _) -> row.getInt(1))
                    .list()
                    .isEmpty();
            if (!isOpen) {
                spool.drop(lying);
            }
        }
        return abandoned;
    }

    /// A line of the table.
    private record Line(Upload upload, String type) {}

    private Optional<Line> line(UUID id, StaffMember member, boolean toChange) {
        return database.sql("SELECT " + COLUMNS + " FROM picture_upload WHERE id = ? AND owner = ?"
                        + (toChange ? " FOR UPDATE" : ""))
                .params(id, member.id())
                .query(this::line)
                .optional();
    }

    private Line line(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Upload.Standing standing =
                switch (row.getString("state")) {
                    case "kept" ->
                        new Upload.Standing.Kept(new PictureHash(row.getString("picture")), row.getBoolean("again"));
                    case "refused" -> new Upload.Standing.Refused(row.getString("sentence"));
                    // A piece that is on the disk but was never written down was never told; one that was told and is
                    // no longer on the disk is gone.
                    default -> new Upload.Standing.Open(Math.min(row.getLong("arrived"), spool.length(id)));
                };
        return new Line(new Upload(id, row.getString("name"), row.getLong("size"), standing), row.getString("type"));
    }
}
