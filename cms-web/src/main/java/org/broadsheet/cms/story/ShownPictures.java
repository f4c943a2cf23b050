package org.broadsheet.cms.story;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.broadsheet.core.picture.PictureHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which pictures public stories show and carry.
@Component
class ShownPictures {

    private final JdbcClient jdbc;

    ShownPictures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How large originals are, upright.
    Map<PictureHash, int[]> sizes(Collection<PictureHash> hashes) {
        Map<PictureHash, int[]> sizes = new HashMap<>();
        jdbc.sql("SELECT hash, width, height FROM picture WHERE hash = ANY (:hashes)")
                .param("hashes", values(hashes))
                .query(row -> {
                    sizes.put(
                            new PictureHash(row.getString("hash")),
                            new int[] {row.getInt("width"), row.getInt("height")});
                });
        return sizes;
    }

    /// Notes what readers of a story now see; what they see no more has no public address from now on.
    ///
    /// @param carried all pictures of its public words
    /// @param printed those of them that are on the page
    void note(UUID story, Collection<PictureHash> carried, List<PictureHash> printed) {
        jdbc.sql("DELETE FROM published_picture WHERE story = :story AND hash <> ALL (:printed)")
                .param("story", story)
                .param("printed", values(printed))
                .update();
        jdbc.sql("""
            INSERT INTO published_picture (story, hash) SELECT :story, unnest(:printed::text[])
            ON CONFLICT DO NOTHING
            """).param("story", story).param("printed", values(printed)).update();
        jdbc.sql("""
            UPDATE picture_on_story SET carried = false
            WHERE story = :story AND carried AND hash <> ALL (:carried)
            """).param("story", story).param("carried", values(carried)).update();
        jdbc.sql("""
            INSERT INTO picture_on_story (story, hash, shown_since)
            SELECT :story, hash, CASE WHEN hash = ANY (:printed) THEN now() END
            FROM unnest(:carried::text[]) AS hash
            ON CONFLICT (story, hash) DO UPDATE
            SET carried = true, shown_since = coalesce(picture_on_story.shown_since, excluded.shown_since)
            """)
                .param("story", story)
                .param("carried", values(carried))
                .param("printed", values(printed))
                .update();
        jdbc.sql("""
            INSERT INTO picture_look (hash, next_at)
            SELECT hash, now() FROM unnest(:carried::text[]) AS hash ORDER BY hash
            ON CONFLICT (hash) DO UPDATE SET next_at = excluded.next_at
            """).param("carried", values(carried)).update();
    }

    /// The same for many stories whose words stay as they are.
    ///
    /// @param printed what is on each page now
    void noteAll(Map<UUID, List<PictureHash>> printed) {
        List<UUID> stories = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        printed.forEach((story, pictures) -> pictures.forEach(hash -> {
            stories.add(story);
            hashes.add(hash.value());
        }));
        jdbc.sql("DELETE FROM published_picture WHERE story = ANY (:stories)")
                .param("stories", printed.keySet().toArray(UUID[]::new))
                .update();
        jdbc.sql("""
            WITH page AS (
                SELECT * FROM unnest(:stories::uuid[], :hashes::text[]) AS page (story, hash)),
            first_shown AS (
                UPDATE picture_on_story SET shown_since = now() FROM page
                WHERE picture_on_story.story = page.story AND picture_on_story.hash = page.hash
                AND picture_on_story.shown_since IS NULL)
            INSERT INTO published_picture (story, hash) SELECT story, hash FROM page
            """)
                .param("stories", stories.toArray(UUID[]::new))
                .param("hashes", hashes.toArray(String[]::new))
                .update();
    }

    private static String[] values(Collection<PictureHash> hashes) {
        return hashes.stream().map(PictureHash::value).distinct().toArray(String[]::new);
    }
}
