package org.broadsheet.cms.picture;

import org.broadsheet.core.picture.PictureHash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which pictures readers may see: those of stories that are public now.
@Repository
class PublishedPictures {

    private final JdbcClient database;

    PublishedPictures(JdbcClient database) {
        this.database = database;
    }

    boolean isPublic(PictureHash hash) {
        return database.sql("SELECT EXISTS (SELECT 1 FROM published_picture WHERE hash = ?)")
                .param(hash.value())
                .query(Boolean.class)
                .single();
    }
}
