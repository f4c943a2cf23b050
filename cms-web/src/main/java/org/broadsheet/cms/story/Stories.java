package org.broadsheet.cms.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.broadsheet.cms.staff.Privilege;
import org.broadsheet.cms.staff.StaffMember;
import org.broadsheet.cms.wire.BasketItem;
import org.broadsheet.core.story.Draft;
import org.broadsheet.core.story.Killed;
import org.broadsheet.core.story.Published;
import org.broadsheet.core.story.Spiked;
import org.broadsheet.core.story.Story;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.story.Submitted;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The stories of the desk, to be looked at.
@Component
public class Stories {

    /// The most stories of one list.
    public static final int LONGEST_LIST = 200;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final StoryFiles files;
    private final Judges judges;

    Stories(JdbcClient jdbc, JsonMapper json, StoryFiles files, Judges judges) {
        this.jdbc = jdbc;
        this.json = json;
        this.files = files;
        this.judges = judges;
    }

    /// A story as a member of staff sees it; empty where there is none of this id.
    @Transactional(readOnly = true)
    public Optional<StoryView> view(UUID id, StaffMember member) {
        return files.find(id).map(filed -> view(filed, member));
    }

    /// Stories, the one last written first.
    ///
    /// @param state `draft`, `submitted`, `published`, `killed` or `spiked`; `null` for all but the spiked and
    /// killed
    /// @param section the slug of a section; `null` for all
    /// @param limit from 1 to [#LONGEST_LIST]
    @Transactional(readOnly = true)
    public StoryList list(@Nullable String state, @Nullable String section, int limit) {
        List<StoryList.Line> lines = jdbc.sql("""
                        SELECT s.id, s.state, s.version, s.content, s.saved_at, p.name AS saved_by, s.first_published_at,
                            s.updated_at, s.published_revision, o.section AS public_section, o.slug AS public_slug,
                            w.embargoed_until
                        FROM story s
                        JOIN staff p ON p.id = s.saved_by
                        LEFT JOIN published_story o ON o.id = s.id
                        LEFT JOIN wire_item w ON w.provider = s.wire_provider AND w.guid = s.wire_guid
                        WHERE (s.state = :state OR :state::text IS NULL AND s.state NOT IN ('spiked', 'killed'))
                        AND (s.section = :section OR :section::text IS NULL)
                        ORDER BY s.saved_at DESC, s.id LIMIT :limit
                        """)
                .param("state", state)
                .param("section", section)
                .param("limit", Math.clamp(limit, 1, LONGEST_LIST))
                .query((row, _) -> line(row))
                .list();
        Map<String, Long> counts = jdbc
                .sql("""
                        SELECT state, count(*) AS stories FROM story
                        WHERE section = :section OR :section::text IS NULL GROUP BY state
                        """)
                .param("section", section)
                .query((row, _) -> Map.entry(row.getString("state"), row.getLong("stories")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new StoryList(lines, counts);
    }

    StoryView view(Filed filed, StaffMember member) {
        Story story = filed.story();
        @Nullable BasketItem wire = judges.origin(filed);
        Judgement judgement = judges.judge(filed, wire);
        boolean open =
                switch (story) {
                    case Draft draft -> true;
                    case Submitted submitted -> true;
                    case Published published -> true;
                    case Killed killed -> false;
                    case Spiked spiked -> false;
                };
        @Nullable Published published = story instanceof Published p ? p : null;
        @Nullable Killed killed = story instanceof Killed k ? k : null;
        return new StoryView(
                story.id(),
                story.state(),
                story.version(),
                filed.savedAt(),
                filed.savedBy(),
                story.content(),
                judgement.checks(),
                open && member.may(Privilege.PUBLISH),
                published != null && member.may(Privilege.KILL),
                open && mayWrite(filed, member),
                origin(filed, wire),
                files.history(story.id()),
                published == null ? null : publicAddress(story.id()),
                published != null ? published.firstPublishedAt() : killed != null ? killed.firstPublishedAt() : null,
                published == null ? null : published.updatedAt(),
                killed == null ? null : killed.reason(),
                judgement.embargo());
    }

    /// Whether somebody may change the words: their own, or anyone's by privilege.
    static boolean mayWrite(Filed filed, StaffMember member) {
        return filed.createdBy().equals(member.id())
                ? member.may(Privilege.WRITE) || member.may(Privilege.EDIT)
                : member.may(Privilege.EDIT);
    }

    private @Nullable String publicAddress(UUID id) {
        return jdbc.sql("SELECT section, slug FROM published_story WHERE id = :id")
                .param("id", id)
                .query((row, _) -> "/" + row.getString("section") + "/" + row.getString("slug"))
                .optional()
                .orElse(null);
    }

    private static StoryView.@Nullable Origin origin(Filed filed, @Nullable BasketItem wire) {
        Filed.Source source = filed.wire();
        if (source == null || wire == null) {
            return null;
        }
        return new StoryView.Origin(
                source.provider(),
                source.guid(),
                source.version(),
                wire.item().headline(),
                wire.item().editorNotes(),
                wire.item().remarks(),
                wire.item().version() > source.version(),
                wire.isKilled());
    }

    private StoryList.Line line(ResultSet row) throws SQLException {
        StoryContent content = json.readValue(row.getString("content"), StoryContent.class);
        String state = row.getString("state");
        int version = row.getInt("version");
        String slug = row.getString("public_slug");
        return new StoryList.Line(
                row.getObject("id", UUID.class),
                state,
                version,
                content.headline(),
                content.kicker(),
                content.slugline(),
                content.section(),
                content.urgency(),
                row.getTimestamp("saved_at").toInstant(),
                row.getString("saved_by"),
                content.leadPicture().map(use -> use.hash().value()).orElse(null),
                instant(row.getTimestamp("first_published_at")),
                instant(row.getTimestamp("updated_at")),
                state.equals("published") && version > row.getInt("published_revision"),
                slug == null ? null : "/" + row.getString("public_section") + "/" + slug,
                instant(row.getTimestamp("embargoed_until")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
