package org.broadsheet.cms.wire;

import java.time.InstantSource;
import org.broadsheet.cms.house.FollowedLog;
import org.broadsheet.core.log.LogFollower;
import org.broadsheet.core.wire.WireLogEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Follows the wire log for as long as the service runs.
@Component
class WireFollower implements SmartLifecycle, FollowedLog {

    private static final Logger log = LoggerFactory.getLogger(WireFollower.class);

    private final WireLine line;
    private final WireBook book;
    private final InstantSource clock;
    private volatile @Nullable LogFollower<WireLogEntry> follower;

    WireFollower(WireLine line, WireBook book, InstantSource clock) {
        this.line = line;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public LogFollower.Standing standing() {
        LogFollower<WireLogEntry> running = follower;
        return running == null ? new LogFollower.Standing("wire", 0, 0, null, "not followed") : running.standing();
    }

    @Override
    public void start() {
        LogFollower<WireLogEntry> started = new LogFollower<>("wire", line, book, clock, WireFollower::silent);
        started.start();
        follower = started;
    }

    @Override
    public void stop() {
        LogFollower<WireLogEntry> running = follower;
        follower = null;
        if (running != null) {
            running.close();
        }
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }

    private static void silent(Exception trouble) {
        log.atWarn().addKeyValue("reason", trouble.toString()).log("The wire is silent; it is asked again");
    }
}
