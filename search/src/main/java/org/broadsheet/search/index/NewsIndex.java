package org.broadsheet.search.index;

/// An index of the library, asked and written by its alias; behind it stands one generation of it.
public enum NewsIndex {
    /// What the desk published, and a tombstone for what it killed.
    STORIES("stories", 1),
    /// What the agencies sent, the newest version of each item.
    WIRE("wire", 1);

    private final String alias;
    private final int generation;

    NewsIndex(String alias, int generation) {
        this.alias = alias;
        this.generation = generation;
    }

    /// The name it is asked by.
    public String alias() {
        return alias;
    }

    /// The index of this generation, such as `stories-v1`.
    String generationName() {
        return alias + "-v" + generation;
    }
}
