package org.broadsheet.ingest.unclaimed;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.broadsheet.ingest.house.Concern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks at the picture files that wait for an item, as long as the service runs.
@Component
class LonePictureShift implements SmartLifecycle, Concern {

    private static final Logger LOG = LoggerFactory.getLogger(LonePictureShift.class);

    private final LonePictures pictures;
    private final LonePictureRules rules;
    private final Semaphore end = new Semaphore(0);
    private volatile boolean on;
    private volatile @Nullable String trouble;
    private @Nullable Thread thread;

    LonePictureShift(LonePictures pictures, LonePictureRules rules) {
        this.pictures = pictures;
        this.rules = rules;
    }

    @Override
    public void start() {
        on = true;
        thread = Thread.ofPlatform().name("lone-pictures").start(this::work);
    }

    private void work() {
        while (on) {
            int done = 0;
            try {
                done = pictures.lookOnce();
                trouble = null;
            } catch (RuntimeException e) {
                if (trouble == null && on) {
                    LOG.error("Picture files without an item cannot be looked at; trying again", e);
                }
                trouble = "Picture files without an item cannot be looked at: " + e.getMessage();
            }
            pause(done > 0 ? Duration.ofMillis(10) : rules.lookEvery());
        }
    }

    private void pause(Duration howLong) {
        try {
            if (end.tryAcquire(howLong.toMillis(), TimeUnit.MILLISECONDS)) {
                on = false;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            on = false;
        }
    }

    @Override
    public void stop() {
        on = false;
        end.release();
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return on;
    }

    @Override
    public List<String> remarks() {
        String now = trouble;
        return now == null ? List.of() : List.of(now);
    }
}
