package org.broadsheet.ingest.fetch;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The one way out to the web. Every call goes through it, and it looks at every address that is really connected to.
@Component
public class Fetcher implements DisposableBean {

    private final Spool spool;
    private final FetchLimits limits;
    private final ScheduledExecutorService timer;

    Fetcher(Spool spool, FetchLimits limits) {
        this.spool = spool;
        this.limits = limits;
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("fetch-timer").factory());
        one.setRemoveOnCancelPolicy(true);
        this.timer = one;
    }

    /// A session with the web for one visit: connections, but neither cookies nor credentials, are shared within it.
    ///
    /// @param allowPrivate whether the feed may call addresses inside the house
    public WebSession open(boolean allowPrivate) {
        return new WebSession(allowPrivate, spool, limits, timer);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }
}
