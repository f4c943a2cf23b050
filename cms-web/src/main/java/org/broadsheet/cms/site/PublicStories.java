package org.broadsheet.cms.site;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private final PublicPictures publicPictures;
    private final JsonMapper json;

    PublicStories(JdbcClient database, JsonMapper json, PublicPictures publicPictures) {
        this.publicPictures = publicPictures;
        this.database = database;
        this.json = json;
    }

    /// What a slug leads to.
    sealed interface Finding {

        /// A public story, under this slug or a newer one.
        ///
        /// @param pictures those of the story that have a public address
        record Public(PublishedStory story, Map<PictureHash, PublicPicture> pictures) implements Finding {}

        /// A story that was withdrawn for good.
        record Killed() implements Finding {}

        /// No story, or none that readers may know of.
        record Unknown() implements Finding {}
    }

    Finding find(String slug) {
        Optional<Finding> finding = database.sql("""
                           SELECT t.state, p.story,
                                  (SELECT jsonb_agg(\
                           """ + PublicPictures.AS_JSON + """
                                   ) FROM published_picture u JOIN picture ON picture.hash = u.hash
                                   WHERE u.story = p.id) AS pictures
                           FROM slug s JOIN story t ON t.id = s.story LEFT JOIN published_story p ON p.id = s.story
                           WHERE s.slug = ?
                           """)
                .param(slug)
                .query(this::finding)
                .optional();
        return finding.orElseGet(Finding.Unknown::new);
    }

    private Finding finding(ResultSet row, int number) throws SQLException {
        String story = row.getString("story");
        if (story != null) {
            return new Finding.Public(json.readValue(story, PublishedStory.class), pictures(row.getString("pictures")));
        }
        return "killed".equals(row.getString("state")) ? new Finding.Killed() : new Finding.Unknown();
    }

    private Map<PictureHash, PublicPicture> pictures(@Nullable String pictures) {
        Map<PictureHash, PublicPicture> known = new HashMap<>();
        if (pictures != null) {
            for (JsonNode said : json.readTree(pictures)) {
                PublicPicture picture = publicPictures.read(said);
                known.put(picture.hash(), picture);
            }
        }
        return known;
    }
}
