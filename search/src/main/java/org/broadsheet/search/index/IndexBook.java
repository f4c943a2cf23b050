package org.broadsheet.search.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadsheet.core.log.LogBook;
import org.broadsheet.core.log.LogEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A reader's place in a log, and the index it fills. Entries first, then the place: Elasticsearch has no transaction
/// for both, so a crash in between reads the same lines again, which changes nothing because a document's version is
/// its line's position. The place names the very index it belongs to; if that is lost, reading begins at 0 again.
final class IndexBook<E extends LogEntry> implements LogBook<E> {

    private static final Logger log = LoggerFactory.getLogger(IndexBook.class);
    private static final int CONFLICT = 409;

    private final String reader;
    private final NewsIndex index;
    private final Indices indices;
    private final Elasticsearch elasticsearch;
    private final InstantSource clock;
    private final Function<E, IndexEntry> entry;
    private @Nullable String identity;

    IndexBook(
            String reader,
            NewsIndex index,
            Indices indices,
            Elasticsearch elasticsearch,
            InstantSource clock,
            Function<E, IndexEntry> entry) {
        this.reader = reader;
        this.index = index;
        this.indices = indices;
        this.elasticsearch = elasticsearch;
        this.clock = clock;
        this.entry = entry;
    }

    @Override
    public long position() {
        String standing = indices.open(index);
        identity = standing;
        indices.openReaders();
        Place place = elasticsearch
                .ask(client -> client.get(g -> g.index(Indices.READERS).id(reader), Place.class))
                .source();
        if (place == null || place.position() == 0) {
            return 0;
        }
        if (!standing.equals(place.index()) || isEmpty()) {
            log.atWarn().addKeyValue("index", index.alias()).log("The index was lost: reading the log from the start");
            return 0;
        }
        return place.position();
    }

    @Override
    public void apply(List<E> entries) {
        write(entries);
        remember(entries.getLast().position());
    }

    private void write(List<E> entries) {
        Map<String, IndexEntry> last = entries.stream()
                .map(entry)
                .collect(Collectors.toMap(
                        IndexEntry::id,
                        Function.identity(),
                        (a, b) -> b.position() > a.position() ? b : a,
                        java.util.LinkedHashMap::new));
        BulkRequest.Builder bulk =
                new BulkRequest.Builder().index(index.alias()).requireAlias(true);
        bulk.refresh(Refresh.True);
        for (IndexEntry line : last.values()) {
            bulk.operations(o -> o.index(i -> i.id(line.id())
                    .version(line.position())
                    .versionType(VersionType.External)
                    .document(line.document())));
        }
        BulkResponse answer = elasticsearch.ask(client -> client.bulk(bulk.build()));
        List<String> refusals = answer.items().stream()
                .filter(item -> item.error() != null && item.status() != CONFLICT)
                .map(IndexBook::refusal)
                .toList();
        if (!refusals.isEmpty()) {
            throw new IndexRefused("Elasticsearch does not take %d of %d entries: %s"
                    .formatted(
                            refusals.size(),
                            last.size(),
                            refusals.stream().limit(3).collect(Collectors.joining("; "))));
        }
    }

    private void remember(long position) {
        Place place = new Place(position, identity, clock.instant());
        elasticsearch.ask(
                client -> client.index(i -> i.index(Indices.READERS).id(reader).document(place)));
    }

    private boolean isEmpty() {
        return elasticsearch.ask(client -> {
            try {
                return client.count(c -> c.index(index.alias())).count() == 0;
            } catch (ElasticsearchException e) {
                if (e.status() == 404) {
                    return true;
                }
                throw e;
            }
        });
    }

    /// Which entry and why, without the words of the entry that Elasticsearch likes to quote.
    private static String refusal(BulkResponseItem item) {
        ErrorCause error = item.error();
        if (error == null) {
            return String.valueOf(item.id());
        }
        String reason = error.reason() == null ? "" : error.reason();
        int quotation = reason.indexOf("Preview of field");
        return "%s (%s: %s)"
                .formatted(
                        item.id(),
                        error.type(),
                        quotation < 0 ? reason : reason.substring(0, quotation).strip());
    }

    /// A reader's place as it stands in the index `readers`.
    ///
    /// @param position the last position applied
    /// @param index the identity of the index it was applied to
    /// @param storedAt when it was written
    record Place(
            long position, @Nullable String index, @Nullable Instant storedAt) {}
}
