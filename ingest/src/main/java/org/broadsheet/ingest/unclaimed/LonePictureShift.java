package org.broadsheet.ingest.unclaimed;

import java.time.Duration;
import java.util.List;
import org.broadsheet.ingest.house.Concern;
import org.broadsheet.ingest.house.Shift;
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
    private final Shift shift = new Shift("lone-pictures");
    private volatile @Nullable String trouble;

    LonePictureShift(LonePictures pictures, LonePictureRules rules) {
        this.pictures = pictures;
        this.rules = rules;
    }

    @Override
    public void start() {
        shift.start(this::work);
    }

    private void work() {
        while (shift.isOn()) {
            int done = 0;
            try {
                done = pictures.lookOnce();
                trouble = null;
            } catch (RuntimeException e) {
                if (trouble == null && shift.isOn()) {
                    LOG.error("Picture files without an item cannot be looked at; trying again", e);
                }
                trouble = "Picture files without an item cannot be looked at: " + e.getMessage();
            }
            shift.pause(done > 0 ? Duration.ofMillis(10) : rules.lookEvery());
        }
    }

    @Override
    public void stop() {
        shift.end();
    }

    @Override
    public boolean isRunning() {
        return shift.isOn();
    }

    @Override
    public List<String> remarks() {
        String now = trouble;
        return now == null ? List.of() : List.of(now);
    }
}
