package org.broadsheet.ingest.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The feeds as the desk ordered them.
@Repository
class Feeds {

    private static final TypeReference<Map<String, String>> WORDS = new TypeReference<>() {};
    private static final String FEED = """
            select name, title, transport, settings, secrets,
                   extract(epoch from poll_every) * 1000 as poll_every, paused, version
            from feed
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Feeds(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// A feed that is not retired.
    Optional<Feed> find(String name) {
        return jdbc.sql(FEED + " where name = :name and retired_at is null")
                .param("name", name)
                .query(this::read)
                .optional();
    }

    /// The same, held until the running transaction ends; nobody changes it meanwhile.
    Optional<Feed> findToChange(String name) {
        return jdbc.sql(FEED + " where name = :name and retired_at is null for update")
                .param("name", name)
                .query(this::read)
                .optional();
    }

    /// All that are not retired, by name.
    List<Feed> all() {
        return jdbc.sql(FEED + " where retired_at is null order by name")
                .query(this::read)
                .list();
    }

    /// Opens a feed; one of the name that was retired comes back with what it has seen.
    ///
    /// @return whether it was opened; false where there is one of that name
    boolean open(Feed feed) {
        boolean opened = jdbc.sql("""
                insert into feed (name, title, transport, settings, secrets, poll_every)
                values (:name, :title, :transport, cast(:settings as jsonb), cast(:secrets as jsonb),
                        make_interval(secs => :seconds))
                on conflict (name) do update
                set title = excluded.title, transport = excluded.transport, settings = excluded.settings,
                    secrets = excluded.secrets, poll_every = excluded.poll_every, paused = false,
                    version = feed.version + 1, opened_at = now(), retired_at = null
                where feed.retired_at is not null
                """).params(values(feed)).update() > 0;
        if (opened) {
            jdbc.sql("""
                    insert into feed_state (feed) values (:name)
                    on conflict (feed) do update
                    set due_at = now(), failures = 0, position = '{}', last_error = null, last_error_at = null
                    """).param("name", feed.name()).update();
        }
        return opened;
    }

    /// Writes a changed feed down. What it waits for is over: it is due.
    ///
    /// @param startsAnew whether where it ended means nothing any more
    void change(Feed feed, boolean startsAnew) {
        jdbc.sql("""
                update feed
                set title = :title, transport = :transport, settings = cast(:settings as jsonb),
                    secrets = cast(:secrets as jsonb), poll_every = make_interval(secs => :seconds),
                    version = version + 1
                where name = :name
                """).params(values(feed)).update();
        jdbc.sql("""
                update feed_state
                set due_at = now(), failures = 0,
                    position = case when :anew then '{}' else position end
                where feed = :name
                """).param("name", feed.name()).param("anew", startsAnew).update();
    }

    private Map<String, Object> values(Feed feed) {
        return Map.of(
                "name", feed.name(),
                "title", feed.title(),
                "transport", feed.transport(),
                "settings", json.writeValueAsString(feed.settings()),
                "secrets", json.writeValueAsString(feed.sealed()),
                "seconds", feed.pollEvery().toMillis() / 1000.0);
    }

    /// Leaves a feed alone, or no longer.
    ///
    /// @return whether that is a change
    boolean pause(String name, boolean paused) {
        boolean changed = jdbc.sql("update feed set paused = :paused where name = :name and paused <> :paused")
                        .param("name", name)
                        .param("paused", paused)
                        .update()
                > 0;
        if (changed && !paused) {
            jdbc.sql("update feed_state set due_at = now(), failures = 0 where feed = :name")
                    .param("name", name)
                    .update();
        }
        return changed;
    }

    /// Retires a feed: its secrets go, its receipts stay.
    void retire(String name) {
        jdbc.sql("update feed set retired_at = now(), secrets = '{}', version = version + 1 where name = :name")
                .param("name", name)
                .update();
    }

    /// Opens the drop folders that are not in the book yet.
    void openFolders(Collection<String> names, String transport) {
        for (String name : names) {
            jdbc.sql("""
                    insert into feed (name, title, transport) values (:name, :name, :transport)
                    on conflict (name) do update set transport = excluded.transport, retired_at = null, paused = false
                    where feed.retired_at is not null
                    """).param("name", name).param("transport", transport).update();
            jdbc.sql("insert into feed_state (feed) values (:name) on conflict do nothing")
                    .param("name", name)
                    .update();
        }
    }

    /// Which of the feeds are paused.
    List<String> paused() {
        return jdbc.sql("select name from feed where paused and retired_at is null")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /// The names in the book.
    List<String> names() {
        return jdbc.sql("select name from feed where retired_at is null")
                .query((row, number) -> row.getString(1))
                .list();
    }

    private Feed read(ResultSet row, int number) throws SQLException {
        return new Feed(
                row.getString("name"),
                row.getString("title"),
                row.getString("transport"),
                json.readValue(row.getString("settings"), WORDS),
                json.readValue(row.getString("secrets"), WORDS),
                Duration.ofMillis(row.getLong("poll_every")),
                row.getBoolean("paused"),
                row.getLong("version"));
    }
}
