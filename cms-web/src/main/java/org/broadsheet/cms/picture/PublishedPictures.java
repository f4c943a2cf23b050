package org.broadsheet.cms.picture;

import java.util.Optional;
import org.broadsheet.cms.darkroom.Area;
import org.broadsheet.cms.darkroom.PrintFormat;
import org.broadsheet.cms.picturefile.Slip;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.PictureUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Which pictures readers may see: those of stories that are public now.
@Repository
class PublishedPictures {

    private final JdbcClient database;
    private final JsonMapper json;

    PublishedPictures(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// A picture of a public story.
    ///
    /// @param width of the original, upright
    /// @param height of the original, upright
    /// @param use its words in the public story that was changed last
    record Public(int width, int height, Optional<PictureUse> use) {

        /// The words that go with the picture: caption and credit are the story's, which the desk has checked; the
        /// rest, and what the story leaves out, are the file's own.
        Slip slip(Slip own) {
            return use.map(printed ->
                            new Slip(printed.caption().print(), printed.credit().print(), "", "", ""))
                    .orElse(Slip.BLANK)
                    .or(own);
        }
    }

    /// The rendition of a picture with the words that go with it.
    ///
    /// @param own what the original says of itself
    static RenditionWish wish(PictureHash hash, Public picture, Area area, int width, PrintFormat format, Slip own) {
        return new RenditionWish(hash, area, width, format, picture.slip(own));
    }

    /// Empty where no public story shows it.
    Optional<Public> find(PictureHash hash) {
        return database.sql("""
            SELECT picture.width, picture.height, shown.use
            FROM picture
            CROSS JOIN LATERAL (
                SELECT jsonb_path_query_first(
                                       published_story.story, '$.** ? (@.hash == $hash)', jsonb_build_object('hash', picture.hash)) AS use
                FROM published_picture
                JOIN published_story ON published_story.id = published_picture.story
                WHERE published_picture.hash = picture.hash
                ORDER BY published_story.updated_at DESC, published_story.id
                LIMIT 1) shown
            WHERE picture.hash = ?
            AND NOT EXISTS (SELECT FROM picture_bar WHERE picture_bar.hash = picture.hash)
            """)
                .param(hash.value())
                .query((row, _) -> new Public(
                        row.getInt("width"),
                        row.getInt("height"),
                        Optional.ofNullable(row.getString("use")).map(use -> json.readValue(use, PictureUse.class))))
                .optional();
    }
}
