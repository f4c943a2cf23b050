package org.broadsheet.cms.picturedesk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.spelling.Letters;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Finds pictures by what stands on their sheets, the newest first.
@Repository
class PictureShelf {

    private static final int MOST_WORDS = 12;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /// Stories that show a picture, or are about to.
    private static final String USES = """
        SELECT story_picture.story FROM story_picture
        JOIN story ON story.id = story_picture.story
        WHERE story_picture.hash = card.picture AND story.state IN ('draft', 'submitted', 'published')
        UNION
        SELECT published_picture.story FROM published_picture WHERE published_picture.hash = card.picture
        """;

    private static final String TAKEN_DOWN = """
        EXISTS (SELECT FROM picture_bar WHERE picture_bar.hash = card.picture AND picture_bar.why = 'taken-down')
        """;

    private final JdbcClient database;

    PictureShelf(JdbcClient database) {
        this.database = database;
    }

    /// How many there are.
    long count(PictureWish wish) {
        Conditions conditions = conditions(wish);
        return database.sql("SELECT count(*) FROM picture_card card WHERE " + conditions.sql())
                .params(conditions.params)
                .query(Long.class)
                .single();
    }

    /// One more than the page holds, where there is one more.
    List<PictureRow.Found> find(PictureWish wish) {
        Conditions conditions = conditions(wish);
        PictureHash before = wish.before();
        if (before != null) {
            conditions.and("""
                (card.kept_at, card.picture) < (
                    SELECT last.kept_at, last.picture FROM picture_card last WHERE last.picture = :before)
                """, "before", before.value());
        }
        return database.sql("""
            SELECT picture.hash, picture.width, picture.height, picture.mime_type, picture.kept_at,
                   picture.credentials IS NOT NULL AS credentials,
                   (SELECT count(*) FROM (%s) use) AS uses
            FROM picture_card card
            JOIN picture ON picture.hash = card.picture
            WHERE %s
            ORDER BY card.kept_at DESC, card.picture DESC
            LIMIT :limit
            """.formatted(USES, conditions.sql()))
                .params(conditions.params)
                .param("limit", wish.limit() + 1)
                .query((row, _) -> new PictureRow.Found(
                        new PictureHash(row.getString("hash")),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getString("mime_type"),
                        row.getTimestamp("kept_at").toInstant(),
                        row.getInt("uses"),
                        row.getBoolean("credentials")))
                .list();
    }

    /// One picture, as the grid shows it.
    Optional<PictureRow.Found> find(PictureHash hash) {
        return database.sql("""
            SELECT card.picture, picture.width, picture.height, picture.mime_type, picture.kept_at,
                   picture.credentials IS NOT NULL AS credentials,
                   (SELECT count(*) FROM (%s) use) AS uses
            FROM picture_card card
            JOIN picture ON picture.hash = card.picture
            WHERE card.picture = :hash
            """.formatted(USES))
                .param("hash", hash.value())
                .query((row, _) -> new PictureRow.Found(
                        hash,
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getString("mime_type"),
                        row.getTimestamp("kept_at").toInstant(),
                        row.getInt("uses"),
                        row.getBoolean("credentials")))
                .optional();
    }

    private static Conditions conditions(PictureWish wish) {
        Conditions conditions = new Conditions();
        List<String> words = BETWEEN_WORDS
                .splitAsStream(Letters.plain(wish.words()))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        for (int i = 0; i < words.size(); i++) {
            String word = "word" + i;
            String exactly = i == words.size() - 1 ? " || ':*'" : "";
            // A word as it stands there, or in another form of it; the last may be a beginning.
            conditions.and("""
                card.words @@ (to_tsquery('simple', quote_literal(:%s::text)%s) || plainto_tsquery('english', :%s))
                """.formatted(word, exactly, word), word, words.get(i));
        }
        wish.used().ifPresent(used -> conditions.and((used ? "" : "NOT ") + "EXISTS (" + USES + ")"));
        switch (wish.rights()) {
            case ANY -> {
                // It makes no difference.
            }
            case OK -> {
                conditions.and("card.rights <> 'ended'");
                conditions.and("NOT " + TAKEN_DOWN);
            }
            case ENDING -> {
                conditions.and("card.rights = 'ending'");
                conditions.and("NOT " + TAKEN_DOWN);
            }
            case ENDED -> {
                conditions.and("card.rights = 'ended'");
                conditions.and("NOT " + TAKEN_DOWN);
            }
            case BARRED -> conditions.and(TAKEN_DOWN);
        }
        if (wish.from() != null) {
            conditions.and("card.taken >= :from", "from", wish.from());
        }
        if (wish.to() != null) {
            conditions.and("card.taken <= :to", "to", wish.to());
        }
        conditions.holds("place", wish.place());
        conditions.holds("persons", wish.person());
        conditions.holds("credit", wish.credit());
        return conditions;
    }

    private static final class Conditions {

        private final List<String> all = new ArrayList<>();
        private final Map<String, Object> params = new LinkedHashMap<>();

        void and(String condition) {
            all.add(condition);
        }

        void and(String condition, String name, Object value) {
            all.add(condition);
            params.put(name, value);
        }

        /// Whether a column of plain letters holds these words as they stand.
        void holds(String column, String words) {
            String plain = Letters.plain(words).strip();
            if (!plain.isEmpty()) {
                and("position(:" + column + " IN card." + column + ") > 0", column, plain);
            }
        }

        String sql() {
            return all.isEmpty() ? "true" : all.stream().collect(Collectors.joining(") AND (", "(", ")"));
        }
    }
}
