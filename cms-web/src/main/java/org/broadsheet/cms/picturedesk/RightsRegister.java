package org.broadsheet.cms.picturedesk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.cms.picturerights.PictureRights;
import org.broadsheet.cms.picturerights.Standing;
import org.broadsheet.core.picture.PictureHash;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Notes on the card of each picture whether it may be shown, so that pictures are found by it. A judgement
/// counts until it changes by itself, the sheet or the rules are written, the wire sends the picture again, or a
/// page first shows
// it.
@Component
class RightsRegister {

    private static final int AT_ONCE = 500;

    /// How many rounds somebody waits for who looks; the rest is the shift's work.
    private static final int MOST_ROUNDS = 4;

    private final JdbcClient database;
    private final PictureRights rights;

    RightsRegister(JdbcClient database, PictureRights rights) {
        this.database = database;
        this.rights = rights;
    }

    /// Judges what has become open since the shift last looked.
    void bringUpToDate() {
        int round = 0;
        while (round < MOST_ROUNDS && judgeSome()) {
            round++;
        }
    }

    /// Judges some of what has to be judged anew.
    ///
    /// @return whether there may be more
    boolean judgeSome() {
        Map<PictureHash, Integer> open = open();
        if (!open.isEmpty()) {
            note(open);
        }
        return open.size() == AT_ONCE;
    }

    /// Pictures whose judgement no longer counts, with the version of their sheets.
    private Map<PictureHash, Integer> open() {
        Map<PictureHash, Integer> open = new LinkedHashMap<>();
        database.sql("""
            SELECT card.picture, card.number FROM picture_card card
            WHERE (card.rights IS NULL OR card.rights_until <= now()
                OR card.rights_rules <> coalesce((SELECT version FROM picture_rules), 0)
                OR EXISTS (SELECT FROM wire_item
                    WHERE wire_item.picture_hash = card.picture AND wire_item.position > card.rights_wire)
                OR EXISTS (SELECT FROM picture_on_story
                    WHERE picture_on_story.hash = card.picture AND picture_on_story.shown_since > card.rights_at))
              AND NOT EXISTS (SELECT FROM picture_bar
                    WHERE picture_bar.hash = card.picture AND picture_bar.why = 'taken-down')
            ORDER BY card.kept_at DESC
            LIMIT ?
            """).param(AT_ONCE).query(row -> {
            open.put(new PictureHash(row.getString("picture")), row.getInt("number"));
        });
        return open;
    }

    private void note(Map<PictureHash, Integer> open) {
        // What is true before it is judged: whatever happens meanwhile has it judged again.
        Known known = database.sql("""
            SELECT now()::text AS at, coalesce((SELECT version FROM picture_rules), 0) AS rules,
                   coalesce((SELECT position FROM log_reader WHERE log = 'wire'), 0) AS wire
            """)
                .query((row, _) -> new Known(row.getString("at"), row.getInt("rules"), row.getLong("wire")))
                .single();
        List<PictureHash> hashes = List.copyOf(open.keySet());
        Map<PictureHash, Standing> standings = rights.of(hashes);
        String[] names = new String[hashes.size()];
        Integer[] numbers = new Integer[hashes.size()];
        @Nullable String[] states = new @Nullable String[hashes.size()];
        @Nullable String[] untils = new @Nullable String[hashes.size()];
        for (int i = 0; i < names.length; i++) {
            Standing standing = standings.getOrDefault(hashes.get(i), Standing.FREE);
            names[i] = hashes.get(i).value();
            numbers[i] = open.getOrDefault(hashes.get(i), 0);
            states[i] = standing.state() == Standing.State.TAKEN_DOWN
                    ? null
                    : standing.state().code();
            untils[i] = standing.looksDifferentAt() == null
                    ? null
                    : standing.looksDifferentAt().toString();
        }
        database.sql("""
            UPDATE picture_card card
            SET rights = judged.state, rights_until = judged.until::timestamptz, rights_at = :at::timestamptz,
                rights_wire = :wire, rights_rules = :rules
            FROM unnest(:names::text[], :numbers::integer[], :states::text[], :untils::text[])
                AS judged (picture, number, state, until)
            WHERE card.picture = judged.picture AND card.number = judged.number
            """)
                .param("at", known.at())
                .param("wire", known.wire())
                .param("rules", known.rules())
                .param("names", names)
                .param("numbers", numbers)
                .param("states", states)
                .param("untils", untils)
                .update();
    }

    private record Known(String at, int rules, long wire) {}
}
