package org.broadsheet.cms.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Lists of public stories. Killed, spiked and embargoed ones have no row where these look.
@Repository
class StoryLines {

    private static final String LINE = """
        p.id, p.slug, p.section, p.headline, p.family, p.urgency, p.first_published_at, p.updated_at,
        p.story->>'kicker' AS kicker,
        coalesce(nullif(p.story->>'standfirst', ''),
                 (SELECT string_agg(coalesce(run.value->>'text', ' '), '' ORDER BY run.ordinality)
                  FROM jsonb_array_elements(
                      jsonb_path_query_first(p.story, '$.body[*] ? (@.type == "paragraph")')->'content')
                      WITH ORDINALITY AS run),
                 '') AS summary,
        p.story#>>'{picture,alt}' AS alt,
        """ + PublicPictures.AS_JSON + " AS picture ";

    private static final String PICTURE = """
        LEFT JOIN published_picture shown ON shown.story = p.id AND shown.hash = p.story#>>'{picture,hash}'
        LEFT JOIN picture ON picture.hash = shown.hash
        """;

    private final JdbcClient database;
    private final PublicPictures pictures;
    private final JsonMapper json;

    StoryLines(JdbcClient database, PublicPictures pictures, JsonMapper json) {
        this.database = database;
        this.pictures = pictures;
        this.json = json;
    }

    /// The newest stories of all sections.
    List<StoryLine> newest(int most) {
        return database.sql("SELECT " + LINE + " FROM published_story p " + PICTURE + """
            ORDER BY p.first_published_at DESC, p.id LIMIT ?
            """)
                .param(most)
                .query(this::line)
                .list();
    }

    /// The newest stories of each section of the newspaper.
    List<StoryLine> newestOfEachSection(int mostOfEach) {
        return database.sql("SELECT " + LINE + """
            FROM section s CROSS JOIN LATERAL (
                SELECT * FROM published_story WHERE section = s.slug
                ORDER BY first_published_at DESC, id LIMIT ?) p
            """ + PICTURE + """
            ORDER BY s.rank, p.first_published_at DESC, p.id
            """)
                .param(mostOfEach)
                .query(this::line)
                .list();
    }

    /// The newest stories of all other sections, the newest one of each family.
    List<StoryLine> elsewhere(String section, int most) {
        return database.sql("SELECT " + LINE + " FROM published_story p " + PICTURE + """
            WHERE p.section <> ?
              AND NOT EXISTS (
                  SELECT 1 FROM published_story newer
                  WHERE newer.family = p.family
                    AND (newer.first_published_at, newer.id) > (p.first_published_at, p.id))
            ORDER BY p.first_published_at DESC, p.id LIMIT ?
            """)
                .params(section, most)
                .query(this::line)
                .list();
    }

    /// The newest stories of a section, the newest one of each family.
    List<StoryLine> ofSection(String section, int most) {
        return newestOf(section, null, most);
    }

    /// The newest stories of a section without this one and its family, the newest one of each other family.
    List<StoryLine> nextIn(String section, UUID story, int most) {
        return newestOf(section, story, most);
    }

    private List<StoryLine> newestOf(String section, @Nullable UUID without, int most) {
        return database.sql("SELECT " + LINE + " FROM published_story p " + PICTURE + """
            WHERE p.section = :section
              AND NOT EXISTS (
                  SELECT 1 FROM published_story newer
                  WHERE newer.family = p.family AND newer.section = p.section
                    AND (newer.first_published_at, newer.id) > (p.first_published_at, p.id))
              AND NOT EXISTS (
                  SELECT 1 FROM published_story this
                  WHERE this.id = CAST(:without AS uuid) AND (this.id = p.id OR this.family = p.family))
            ORDER BY p.first_published_at DESC, p.id LIMIT :most
            """)
                .param("section", section)
                .param("without", without)
                .param("most", most)
                .query(this::line)
                .list();
    }

    /// Those of these stories that are public, in no particular order.
    List<StoryLine> publicOnes(Collection<UUID> stories) {
        return database.sql("SELECT " + LINE + " FROM published_story p " + PICTURE + " WHERE p.id = ANY (?)")
                .param(stories.toArray(UUID[]::new))
                .query(this::line)
                .list();
    }

    private StoryLine line(ResultSet row, int number) throws SQLException {
        int urgency = row.getInt("urgency");
        String picture = row.getString("picture");
        String alt = row.getString("alt");
        return new StoryLine(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("section"),
                row.getString("headline"),
                row.getString("kicker") == null ? "" : row.getString("kicker"),
                row.getString("summary"),
                row.getString("family"),
                urgency == 0 ? 5 : urgency,
                row.getTimestamp("first_published_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                picture == null
                        ? null
                        : new StoryLine.LeadPicture(pictures.read(json.readTree(picture)), alt == null ? "" : alt));
    }
}
