package org.broadsheet.cms.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.publication.PublishedStory;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Finds what stands under an address.
@Repository
class PublicStories {

    private final JdbcClient database;
    private final Darkroom darkroom;
    private final JsonMapper json;

    PublicStories(JdbcClient database, JsonMapper json, Darkroom darkroom) {
        this.darkroom = darkroom;
        this.database = database;
        this.json = json;
    }

    /// What a slug leads to.
    sealed interface Finding {

        /// A public story, under this slug or a newer one.
        ///
        /// @param pictures those of the story that have a public address
        record Public(PublishedStory story, Map<PictureHash, Figure.Size> pictures) implements Finding {}

        /// A story that was withdrawn for good.
        record Killed() implements Finding {}

        /// No story, or none that readers may know of.
        record Unknown() implements Finding {}
    }

    Finding find(String slug) {
        Optional<Finding> finding =
                database.sql("""
                    SELECT t.state, p.story,
                           (SELECT jsonb_object_agg(i.hash, jsonb_build_array(i.width, i.height))
                            FROM published_picture u JOIN picture i ON i.hash = u.hash
                            WHERE u.story = p.id) AS pictures
                    FROM slug s JOIN story t ON t.id = s.story LEFT JOIN published_story p ON p.id = s.story
                    WHERE s.slug = ?
                    """).param(slug).query(this::finding).optional();
        return finding.orElseGet(Finding.Unknown::new);
    }

    private Finding finding(ResultSet row, int number) throws SQLException {
        String story = row.getString("story");
        if (story != null) {
            return new Finding.Public(json.readValue(story, PublishedStory.class), pictures(row.getString("pictures")));
        }
        return "killed".equals(row.getString("state")) ? new Finding.Killed() : new Finding.Unknown();
    }

    private Map<PictureHash, Figure.Size> pictures(@Nullable String pictures) {
        Map<PictureHash, Figure.Size> sizes = new HashMap<>();
        if (pictures != null) {
            for (Map.Entry<String, JsonNode> picture : json.readTree(pictures).properties()) {
                sizes.put(
                        new PictureHash(picture.getKey()),
                        new Figure.Size(
                                picture.getValue().get(0).asInt(),
                                picture.getValue().get(1).asInt(),
                                darkroom.formats()));
            }
        }
        return sizes;
    }
}
