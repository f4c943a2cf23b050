package org.broadsheet.ops.postgresql;

/// Whether what was committed is still there after the power failed.
public enum Durability {
    /// Every commit is on the disk before it is answered: for all data that anyone would miss.
    DURABLE("on", "64MB"),
    /// Nothing is waited for: only for tests, which throw their data away.
    FAST("off", "32MB");

    private final String onOrOff;
    private final String sharedBuffers;

    Durability(String onOrOff, String sharedBuffers) {
        this.onOrOff = onOrOff;
        this.sharedBuffers = sharedBuffers;
    }

    /// The settings that decide it, as `postgresql.conf` has them.
    String settings() {
        return """
                fsync = %1$s
                synchronous_commit = %1$s
                full_page_writes = %1$s
                shared_buffers = %2$s
                max_connections = %3$d
                """.formatted(onOrOff, sharedBuffers, this == FAST ? 400 : 100);
    }
}
