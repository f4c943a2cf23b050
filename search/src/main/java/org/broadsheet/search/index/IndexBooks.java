package org.broadsheet.search.index;

import java.time.InstantSource;
import java.util.function.Function;
import org.broadsheet.core.log.LogBook;
import org.broadsheet.core.log.LogEntry;
import org.springframework.stereotype.Component;

/// Hands each reader of a log the book it keeps its place in.
@Component
public final class IndexBooks {

    private final Indices indices;
    private final Elasticsearch elasticsearch;
    private final InstantSource clock;

    IndexBooks(Indices indices, Elasticsearch elasticsearch, InstantSource clock) {
        this.indices = indices;
        this.elasticsearch = elasticsearch;
        this.clock = clock;
    }

    /// The book of one reader.
    ///
    /// @param reader what the log is called, such as `publication`
    /// @param index which index the log fills
    /// @param entry what a line of the log makes of one document
    public <E extends LogEntry> LogBook<E> of(String reader, NewsIndex index, Function<E, IndexEntry> entry) {
        return new IndexBook<>(reader, index, indices, elasticsearch, clock, entry);
    }
}
