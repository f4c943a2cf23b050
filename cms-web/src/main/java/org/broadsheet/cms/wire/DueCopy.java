package org.broadsheet.cms.wire;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Wire copy that something is to be done with by itself, and when: by the database's clock. Whoever has taken a piece
/// of it says in the same transaction what came of it, so that each is done once, whatever breaks.
@Component
public class DueCopy {

    private final JdbcClient jdbc;
    private final WireBasket basket;

    DueCopy(JdbcClient jdbc, WireBasket basket) {
        this.jdbc = jdbc;
        this.basket = basket;
    }

    /// Whether a piece is due; asking costs next to nothing.
    public boolean isAny() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM wire_item WHERE auto_due_at <= now())")
                .query(Boolean.class)
                .single();
    }

    /// The piece that has been due longest, kept from everybody else until the transaction is over; empty where none is
    /// due, or all are in other hands.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Piece> next() {
        return jdbc.sql("""
                        SELECT provider, guid FROM wire_item WHERE auto_due_at <= now()
                        ORDER BY auto_due_at LIMIT 1 FOR UPDATE SKIP LOCKED
                        """)
                .query((row, _) -> new Piece(row.getString("provider"), row.getString("guid")))
                .optional();
    }

    /// Nothing is left to be done with a piece until the wire says something new of it.
    ///
    /// @param note what an editor has to know; empty where it is simply done
    @Transactional(propagation = Propagation.MANDATORY)
    public void settled(Piece piece, String note) {
        keep(piece, note, false, null);
    }

    /// A piece has to be looked at again.
    ///
    /// @param note what it waits for
    /// @param at when; `null`: in a few seconds, later each time, up to five minutes
    @Transactional(propagation = Propagation.MANDATORY)
    public void waits(Piece piece, String note, @Nullable Instant at) {
        keep(piece, note, true, at);
    }

    private void keep(Piece piece, String note, boolean again, @Nullable Instant at) {
        boolean shown = jdbc.sql("""
                        WITH before AS (
                            SELECT auto_note FROM wire_item WHERE provider = :provider AND guid = :guid)
                        UPDATE wire_item
                        SET auto_note = :note, auto_tries = CASE WHEN :again THEN auto_tries + 1 ELSE 0 END,
                            auto_due_at = CASE WHEN :again THEN coalesce(:at::timestamptz,
                                now() + least(300, 2 * power(2, least(auto_tries, 10))) * interval '1 second') END
                        WHERE provider = :provider AND guid = :guid
                        RETURNING (SELECT auto_note FROM before) <> :note
                        """)
                .param("note", note)
                .param("again", again)
                .param("at", at == null ? null : Timestamp.from(at))
                .param("provider", piece.provider())
                .param("guid", piece.guid())
                .query(Boolean.class)
                .optional()
                .orElse(false);
        if (shown) {
            basket.changed();
        }
    }

    /// A piece of wire copy.
    public record Piece(String provider, String guid) {}
}
