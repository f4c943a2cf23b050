package org.broadsheet.cms.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.broadsheet.core.story.Draft;
import org.broadsheet.core.story.Killed;
import org.broadsheet.core.story.Published;
import org.broadsheet.core.story.Slug;
import org.broadsheet.core.story.Spiked;
import org.broadsheet.core.story.Story;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.story.Submitted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Where stories are filed: the newest words of each, and every write for ever.
@Component
class StoryFiles {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    StoryFiles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The database's clock: when the running transaction began.
    Instant now() {
        return jdbc.sql("SELECT now()").query(Timestamp.class).single().toInstant();
    }

    Optional<Filed> find(UUID id) {
        return jdbc.sql("""
            SELECT s.id, s.state, s.version, s.content, s.created_by, s.saved_at, p.name AS saved_by_name,
                s.wire_provider, s.wire_guid, s.wire_version, s.first_published_at, s.updated_at,
                s.published_revision, s.killed_at, s.kill_reason,
                (SELECT slug FROM slug WHERE slug.story = s.id ORDER BY used_at DESC LIMIT 1) AS slug
            FROM story s JOIN staff p ON p.id = s.saved_by
            WHERE s.id = :id
            """).param("id", id).query((row, _) -> filed(row)).optional();
    }

    /// The same, kept for whoever writes it until the transaction is over.
    Optional<Filed> hold(UUID id) {
        // Two statements: what the second sees is fixed when it begins, and by then the row is ours.
        return jdbc.sql("SELECT id FROM story WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .flatMap(this::find);
    }

    /// Files a new story with its first revision.
    void begin(Draft draft, Filed.Source wire, @Nullable Instant embargoedUntil, UUID by, Instant at) {
        jdbc.sql("""
            INSERT INTO story (id, state, version, content, headline, section, wire_provider, wire_guid,
                wire_version, embargoed_until, created_at, created_by, saved_at, saved_by)
            VALUES (:id, :state, :version, :content::jsonb, :headline, :section, :provider, :guid,
                :wire_version, :embargoed_until, :at, :by, :at, :by)
            """)
                .param("id", draft.id())
                .param("state", draft.state())
                .param("version", draft.version())
                .param("content", json.writeValueAsString(draft.content()))
                .param("headline", draft.content().headline())
                .param("section", draft.content().section())
                .param("provider", wire.provider())
                .param("guid", wire.guid())
                .param("wire_version", wire.version())
                .param("embargoed_until", timestamp(embargoedUntil))
                .param("at", Timestamp.from(at))
                .param("by", by)
                .update();
        revise(draft, "taken", by, at);
    }

    /// Files the next version of a story with its revision.
    ///
    /// @param what the verb of the history, such as `saved`
    /// @throws IllegalStateException if the story is not held, and somebody else wrote this version
    void keep(Story story, String what, UUID by, Instant at) {
        @Nullable Published published = story instanceof Published p ? p : null;
        @Nullable Killed killed = story instanceof Killed k ? k : null;
        int changed = jdbc.sql("""
            UPDATE story
            SET state = :state, version = :version, content = :content::jsonb, headline = :headline,
                section = :section, saved_at = :at, saved_by = :by,
                first_published_at = coalesce(:first_published_at, first_published_at),
                updated_at = coalesce(:updated_at, updated_at),
                published_revision = coalesce(:published_revision, published_revision),
                killed_at = :killed_at, kill_reason = :kill_reason
            WHERE id = :id AND version = :version - 1
            """)
                .param("state", story.state())
                .param("version", story.version())
                .param("content", json.writeValueAsString(story.content()))
                .param("headline", story.content().headline())
                .param("section", story.content().section())
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("first_published_at", published == null ? null : timestamp(published.firstPublishedAt()))
                .param("updated_at", published == null ? null : timestamp(published.updatedAt()))
                .param("published_revision", published == null ? null : published.publishedVersion())
                .param("killed_at", killed == null ? null : timestamp(killed.killedAt()))
                .param("kill_reason", killed == null ? null : killed.reason())
                .param("id", story.id())
                .update();
        if (changed != 1) {
            throw new IllegalStateException("Version " + story.version() + " of " + story.id() + " is written already");
        }
        revise(story, what, by, at);
    }

    /// Notes that a story now stands on another version of its wire copy.
    void follow(UUID id, long wireVersion, @Nullable Instant embargoedUntil) {
        jdbc.sql("UPDATE story SET wire_version = :version, embargoed_until = :embargoed_until WHERE id = :id")
                .param("version", wireVersion)
                .param("embargoed_until", timestamp(embargoedUntil))
                .param("id", id)
                .update();
    }

    /// Whether every write of a story was by a rule of the wire room; as soon as somebody has touched it, it is theirs.
    boolean isUntouched(UUID id) {
        return jdbc.sql("""
            SELECT NOT EXISTS (
                SELECT FROM revision r JOIN staff p ON p.id = r.saved_by
                WHERE r.story = :id AND NOT p.wire_rule)
            """).param("id", id).query(Boolean.class).single();
    }

    /// Every write of a story, newest first, and every time its page changed because a picture came or went.
    List<StoryView.Write> history(UUID id) {
        return jdbc.sql("""
            SELECT r.number, r.saved_at, p.name, r.what
            FROM revision r JOIN staff p ON p.id = r.saved_by
            WHERE r.story = :id
            UNION ALL
            SELECT (a.details ->> 'version')::integer, a.at, coalesce(p.name, m.name, ''), a.action
            FROM audit a LEFT JOIN staff p ON p.id = a.staff LEFT JOIN masthead m ON true
            WHERE a.story = :id AND a.action IN ('picture-off', 'picture-back')
            ORDER BY 2 DESC, 1 DESC
            """)
                .param("id", id)
                .query((row, _) -> new StoryView.Write(
                        row.getInt("number"),
                        row.getTimestamp("saved_at").toInstant(),
                        row.getString("name"),
                        row.getString("what")))
                .list();
    }

    private void revise(Story story, String what, UUID by, Instant at) {
        jdbc.sql("""
            INSERT INTO revision (story, number, content, saved_at, saved_by, what)
            VALUES (:id, :number, :content::jsonb, :at, :by, :what)
            """)
                .param("id", story.id())
                .param("number", story.version())
                .param("content", json.writeValueAsString(story.content()))
                .param("at", Timestamp.from(at))
                .param("by", by)
                .param("what", what)
                .update();
    }

    private Filed filed(ResultSet row) throws SQLException {
        String provider = row.getString("wire_provider");
        return new Filed(
                story(row),
                row.getObject("created_by", UUID.class),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("saved_by_name"),
                provider == null
                        ? null
                        : new Filed.Source(provider, row.getString("wire_guid"), row.getLong("wire_version")));
    }

    private Story story(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        int version = row.getInt("version");
        StoryContent content = json.readValue(row.getString("content"), StoryContent.class);
        String state = row.getString("state");
        return switch (state) {
            case "draft" -> new Draft(id, version, content);
            case "submitted" -> new Submitted(id, version, content);
            case "spiked" -> new Spiked(id, version, content);
            case "published" ->
                new Published(
                        id,
                        version,
                        content,
                        new Slug(row.getString("slug")),
                        instant(row, "first_published_at"),
                        instant(row, "updated_at"),
                        row.getInt("published_revision"));
            case "killed" ->
                new Killed(
                        id,
                        version,
                        content,
                        new Slug(row.getString("slug")),
                        instant(row, "first_published_at"),
                        instant(row, "killed_at"),
                        row.getString("kill_reason"));
            default -> throw new IllegalStateException("A story is filed as " + state);
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column)).toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
