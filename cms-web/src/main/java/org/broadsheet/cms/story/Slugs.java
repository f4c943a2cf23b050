package org.broadsheet.cms.story;

import java.util.UUID;
import org.broadsheet.core.story.Slug;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The addresses of stories. One that was ever used belongs to its story for ever.
@Component
class Slugs {

    private final JdbcClient jdbc;

    Slugs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The slug that is wanted where it is free or the story's own, else the same with the first number that is.
    Slug assign(Slug wanted, UUID story) {
        Slug slug = wanted;
        for (int number = 2; !claim(slug, story); number++) {
            slug = wanted.numbered(number);
        }
        return slug;
    }

    private boolean claim(Slug slug, UUID story) {
        return jdbc.sql("""
                        INSERT INTO slug (slug, story, used_at) VALUES (:slug, :story, clock_timestamp())
                        ON CONFLICT (slug) DO UPDATE SET used_at = excluded.used_at WHERE slug.story = excluded.story
                        """).param("slug", slug.value()).param("story", story).update() == 1;
    }
}
