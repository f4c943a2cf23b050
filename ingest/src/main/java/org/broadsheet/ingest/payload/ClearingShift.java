package org.broadsheet.ingest.payload;

import java.time.Duration;
import org.broadsheet.ingest.house.Shift;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Clears out again and again as long as the service runs, with a pause between two steps.
@Component
class ClearingShift implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClearingShift.class);
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(200);

    private final ClearingOut clearing;
    private final Keep keep;
    private final Shift shift = new Shift("clearing-out");

    ClearingShift(ClearingOut clearing, Keep keep) {
        this.clearing = clearing;
        this.keep = keep;
    }

    @Override
    public void start() {
        shift.start(this::work);
    }

    private void work() {
        while (shift.isOn()) {
            shift.pause(keep.clearEvery());
            try {
                long cleared = 0;
                for (int rows = step(); rows > 0; rows = step()) {
                    cleared += rows;
                    shift.pause(BETWEEN_STEPS);
                }
                if (cleared > 0) {
                    LOG.atInfo().addKeyValue("rows", cleared).log("What is over its time was cleared out");
                }
            } catch (DataAccessException e) {
                LOG.atWarn().setCause(e).log("Nothing could be cleared out; trying again later");
            }
        }
    }

    private int step() {
        return shift.isOn() ? clearing.step() : 0;
    }

    @Override
    public void stop() {
        shift.end();
    }

    @Override
    public boolean isRunning() {
        return shift.isOn();
    }
}
