package org.broadsheet.ingest.alarm;

import org.broadsheet.ingest.house.Shift;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks after the feeds as long as the service runs.
@Component
class AlarmShift implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AlarmShift.class);

    private final Habits habits;
    private final AlarmRules rules;
    private final Shift shift = new Shift("alarms");

    AlarmShift(Habits habits, AlarmRules rules) {
        this.habits = habits;
        this.rules = rules;
    }

    @Override
    public void start() {
        shift.start(this::work);
    }

    private void work() {
        boolean inTrouble = false;
        while (shift.isOn()) {
            try {
                look();
                inTrouble = false;
            } catch (RuntimeException e) {
                if (!inTrouble && shift.isOn()) {
                    LOG.error("The feeds cannot be looked after; trying again", e);
                }
                inTrouble = true;
            }
            shift.pause(rules.lookEvery());
        }
    }

    /// Learns what is due to be learned, compares, and tells what is new.
    void look() {
        for (String feed : habits.toLearn()) {
            if (shift.isOn()) {
                habits.learn(feed);
            }
        }
        for (Alarm alarm : habits.compare()) {
            LOG.atWarn()
                    .addKeyValue("feed", alarm.feed())
                    .addKeyValue("alarm", alarm.kind())
                    .addKeyValue("sentence", alarm.sentence())
                    .log("Alarm raised");
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
}
