package org.broadsheet.cms.picturedesk;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps the register of rights up to date as long as the service runs, so that whoever looks for pictures by their
/// rights has not to wait for all of them to be judged.
@Component
class RightsShift implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(RightsShift.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private final RightsRegister register;
    private volatile @Nullable CountDownLatch end;

    RightsShift(RightsRegister register) {
        this.register = register;
    }

    @Override
    public void start() {
        CountDownLatch over = new CountDownLatch(1);
        end = over;
        Thread.ofPlatform().name("picture-rights-register").daemon(true).start(() -> work(over));
    }

    private void work(CountDownLatch over) {
        boolean inTrouble = false;
        try {
            while (!over.await(inTrouble ? 5 : LOOK_EVERY.toSeconds(), TimeUnit.SECONDS)) {
                inTrouble = !isUpToDate(over, inTrouble);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isUpToDate(CountDownLatch over, boolean wasInTrouble) {
        try {
            while (over.getCount() > 0 && register.judgeSome()) {
                // There are more.
            }
            return true;
        } catch (RuntimeException e) {
            if (!wasInTrouble && over.getCount() > 0) {
                log.atWarn()
                        .addKeyValue("reason", e.toString())
                        .log("The rights of pictures cannot be noted now; they are judged where they are looked at");
            }
            return false;
        }
    }

    @Override
    public void stop() {
        CountDownLatch over = end;
        end = null;
        if (over != null) {
            over.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        return end != null;
    }
}
