package org.broadsheet.cms.site;

import java.util.EnumMap;
import java.util.Map;
import org.broadsheet.cms.darkroom.Darkroom;
import org.broadsheet.cms.picture.CropName;
import org.broadsheet.cms.picturefile.ContentCredentials;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.picture.SourceType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads pictures as the queries of the site bring them along: in the same query as the stories, never one by one.
@Component
class PublicPictures {

    /// A picture as JSON, in a query in which `picture` is the picture's row; NULL where there is none.
    static final String AS_JSON = """
        CASE WHEN picture.hash IS NOT NULL THEN jsonb_build_object(
            'hash', picture.hash, 'width', picture.width, 'height', picture.height,
            'source', coalesce(coalesce(picture.desk_words, picture.own_words)->>'digitalSourceType', ''), 'credentials', picture.credentials,
            'drawn', (SELECT coalesce(jsonb_object_agg(newest.name, jsonb_build_array(newest.width, newest.height)), '{}')
                      FROM (SELECT DISTINCT ON (cut.name) cut.name, cut.width, cut.height FROM picture_crop cut
                            WHERE cut.picture = picture.hash ORDER BY cut.name, cut.number DESC) newest
                      WHERE newest.width IS NOT NULL)) END
        """;

    private final JsonMapper json;
    private final Darkroom darkroom;

    PublicPictures(JsonMapper json, Darkroom darkroom) {
        this.json = json;
        this.darkroom = darkroom;
    }

    /// The picture of an [#AS_JSON].
    PublicPicture read(JsonNode said) {
        Map<CropName, PublicPicture.Size> drawn = new EnumMap<>(CropName.class);
        said.path("drawn")
                .properties()
                .forEach(cut -> CropName.of(cut.getKey())
                        .ifPresent(name -> drawn.put(
                                name,
                                new PublicPicture.Size(
                                        cut.getValue().get(0).asInt(),
                                        cut.getValue().get(1).asInt()))));
        JsonNode credentials = said.path("credentials");
        return new PublicPicture(
                new PictureHash(said.path("hash").asString()),
                said.path("width").asInt(),
                said.path("height").asInt(),
                drawn,
                new SourceType(said.path("source").asString()),
                credentials.isObject() ? json.treeToValue(credentials, ContentCredentials.class) : null,
                darkroom.formats());
    }
}
