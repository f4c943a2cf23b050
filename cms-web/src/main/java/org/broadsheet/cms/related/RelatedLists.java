package org.broadsheet.cms.related;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The lists that search last gave, as they are stored.
@Repository
class RelatedLists {

    private static final TypeReference<List<RelatedStory>> LIST = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    RelatedLists(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// A stored list.
    ///
    /// @param stale whether it is older than it should be
    record Stored(List<RelatedStory> stories, boolean stale) {

        /// What stands where nothing has been stored.
        static final Stored NOTHING = new Stored(List.of(), true);
    }

    Stored find(UUID story, Duration staleAfter) {
        return database.sql("""
                        SELECT list, fetched_at < now() - make_interval(secs => ?) AS stale
                        FROM related WHERE story = ?
                        """)
                .params(staleAfter.toMillis() / 1000.0, story)
                .query((row, _) -> new Stored(json.readValue(row.getString("list"), LIST), row.getBoolean("stale")))
                .optional()
                .orElse(Stored.NOTHING);
    }

    void store(UUID story, List<RelatedStory> stories) {
        database.sql("""
                        INSERT INTO related (story, list, fetched_at) VALUES (?, ?::jsonb, now())
                        ON CONFLICT (story) DO UPDATE SET list = excluded.list, fetched_at = excluded.fetched_at
                        """).params(story, json.writeValueAsString(stories)).update();
    }

    /// The end of the publication log.
    long publicationEnd() {
        return database.sql("SELECT coalesce(max(position), 0) FROM publication_log")
                .query(Long.class)
                .single();
    }

    /// What was published after a position of the publication log, in order.
    List<Publication> publicationsAfter(long position, int most) {
        return database.sql("""
                        SELECT position, (event->>'storyId')::uuid AS story, event->>'type' = 'story-published' AS published
                        FROM publication_log WHERE position > ? ORDER BY position LIMIT ?
                        """)
                .params(position, most)
                .query((row, _) -> new Publication(
                        row.getLong("position"), row.getObject("story", UUID.class), row.getBoolean("published")))
                .list();
    }

    /// A line of the publication log.
    ///
    /// @param published whether the story went out; otherwise it was withdrawn
    record Publication(long position, UUID story, boolean published) {}
}
