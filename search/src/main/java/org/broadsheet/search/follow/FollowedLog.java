package org.broadsheet.search.follow;

import org.broadsheet.core.log.LogEntry;
import org.broadsheet.core.log.LogFollower;
import org.springframework.context.SmartLifecycle;

/// A log that is followed for as long as the service runs, whether its source and Elasticsearch answer or not.
public final class FollowedLog implements SmartLifecycle {

    private final LogFollower<? extends LogEntry> follower;
    private volatile boolean running;

    FollowedLog(LogFollower<? extends LogEntry> follower) {
        this.follower = follower;
    }

    /// How far the reader is.
    public LogFollower.Standing standing() {
        return follower.standing();
    }

    @Override
    public void start() {
        running = true;
        follower.start();
    }

    @Override
    public void stop() {
        running = false;
        follower.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
