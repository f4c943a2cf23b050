package org.broadsheet.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.broadsheet.core.log.LogBook;
import org.broadsheet.core.log.LogEntry;
import org.broadsheet.ops.elasticsearch.ElasticsearchForTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// A reader's place is never ahead of its index.
class IndexBookTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private ElasticsearchClient client;
    private Elasticsearch elasticsearch;

    @BeforeEach
    void anEmptyElasticsearch() throws IOException {
        client = ElasticsearchClient.of(
                c -> c.host(ElasticsearchForTests.address()).jsonMapper(new Jackson3JsonpMapper()));
        elasticsearch = new Elasticsearch(client);
        client.indices().delete(d -> d.index("stories-v1", "wire-v1", "readers").ignoreUnavailable(true));
    }

    @AfterEach
    void hangUp() throws IOException {
        client.close();
    }

    @Test
    void oneFieldTooMany() {
        LogBook<Line> book = book(line ->
                new IndexEntry(line.id().toString(), line.position(), Map.of("state", "published", "mood", "sombre")));
        assertThat(book.position()).isZero();

        assertThatThrownBy(() -> book.apply(List.of(new Line(1))))
                .isInstanceOf(IndexRefused.class)
                .hasMessageContaining("strict_dynamic_mapping_exception")
                .hasMessageContaining("mood");
        assertThat(book.position()).isZero();
    }

    @Test
    void oneBadEntryHoldsTheReaderButTheGoodOnesArePut() throws IOException {
        LogBook<Line> book = book(line -> new IndexEntry(
                line.id().toString(),
                line.position(),
                line.position() == 2 ? Map.of("mood", "sombre") : Map.of("state", "published")));
        assertThat(book.position()).isZero();

        assertThatThrownBy(() -> book.apply(List.of(new Line(1), new Line(2), new Line(3))))
                .isInstanceOf(IndexRefused.class)
                .hasMessageContaining("1 of 3");

        assertThat(client.count(c -> c.index("stories")).count()).isEqualTo(2);
        assertThat(book.position()).isZero();
    }

    @Test
    void aRefusalQuotesNoneOfTheCopy() {
        LogBook<Line> book = book(line -> new IndexEntry(
                line.id().toString(), line.position(), Map.of("revision", "a sentence nobody may read in a log")));
        assertThat(book.position()).isZero();

        assertThatThrownBy(() -> book.apply(List.of(new Line(1))))
                .isInstanceOf(IndexRefused.class)
                .hasMessageNotContaining("nobody may read");
    }

    @Test
    void thePlaceBelongsToTheIndexItWasReadInto() throws IOException {
        LogBook<Line> book = book(IndexBookTest::published);
        book.position();
        book.apply(List.of(new Line(1), new Line(2)));
        assertThat(book.position()).isEqualTo(2);

        client.indices().delete(d -> d.index("stories-v1"));
        LogBook<Line> again = book(IndexBookTest::published);
        assertThat(again.position()).isZero();
        // Half way through the rebuild the index is neither missing nor empty, and still not what the place speaks of.
        client.index(i -> i.index("stories")
                .id("half")
                .document(Map.of("state", "published"))
                .refresh(Refresh.True));

        assertThat(book(IndexBookTest::published).position()).isZero();
    }

    @Test
    void anIndexThatDisappearsIsNotMadeUpByAWrite() throws IOException {
        clusterMakesUpIndices(true);
        try {
            LogBook<Line> book = book(IndexBookTest::published);
            book.position();
            client.indices().delete(d -> d.index("stories-v1"));

            assertThatThrownBy(() -> book.apply(List.of(new Line(1)))).isInstanceOf(RuntimeException.class);

            assertThat(client.indices().exists(e -> e.index("stories")).value()).isFalse();
        } finally {
            client.indices().delete(d -> d.index("stories").ignoreUnavailable(true));
            clusterMakesUpIndices(false);
        }
    }

    @Test
    void theNewestOfABatchWins() throws IOException {
        LogBook<Line> book = book(line ->
                new IndexEntry("one", line.position(), Map.of("state", "published", "position", line.position())));
        book.position();

        book.apply(List.of(new Line(1), new Line(2)));

        assertThat(client.get(g -> g.index("stories").id("one"), Map.class).source())
                .containsEntry("position", 2);
    }

    /// As a cluster does unless it is told not to.
    private void clusterMakesUpIndices(boolean doesSo) throws IOException {
        client.cluster().putSettings(p -> p.transient_("action.auto_create_index", JsonData.of(doesSo)));
    }

    private LogBook<Line> book(Function<Line, IndexEntry> entry) {
        InstantSource clock = InstantSource.fixed(NOW);
        Indices indices = new Indices(elasticsearch, new IndexProperties(1, 0), JsonMapper.shared());
        return new IndexBooks(indices, elasticsearch, clock).of("publication", NewsIndex.STORIES, entry);
    }

    private static IndexEntry published(Line line) {
        return new IndexEntry(line.id().toString(), line.position(), Map.of("state", "published"));
    }

    private record Line(long position) implements LogEntry {

        @Override
        public UUID id() {
            return new UUID(0, position);
        }

        @Override
        public Instant at() {
            return NOW;
        }
    }
}
