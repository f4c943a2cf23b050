package org.broadsheet.search.index;

/// Elasticsearch answers but does not take what we write; the reader stands still until that is put right.
public final class IndexRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IndexRefused(String message) {
        super(message);
    }
}
