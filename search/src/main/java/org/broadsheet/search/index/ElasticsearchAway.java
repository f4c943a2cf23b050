package org.broadsheet.search.index;

/// Elasticsearch does not answer, or not yet with our indices; whoever asked should ask again soon.
public final class ElasticsearchAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ElasticsearchAway(String message, Throwable cause) {
        super(message, cause);
    }
}
