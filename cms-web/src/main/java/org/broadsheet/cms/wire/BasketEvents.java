package org.broadsheet.cms.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.broadsheet.cms.house.Bells;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells open desks that the basket has changed (server-sent events). Each listener has a virtual thread of its own, so
/// that a slow one holds up nobody; a listener that has missed several changes hears of them once. There are only so
/// many listeners, and each is sent home after ten minutes, to come back by itself.
@Component
class BasketEvents {

    private static final Logger log = LoggerFactory.getLogger(BasketEvents.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int COME_BACK_AFTER_MILLIS = 2_000;

    private final WireBasket basket;
    private final Semaphore places;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    BasketEvents(WireBasket basket, Bells bells, WireProperties properties) {
        this.basket = basket;
        this.places = new Semaphore(properties.listeners());
        bells.onRing(WireBasket.BELL, () -> listeners.forEach(Listener::wake));
    }

    /// One more listener; empty where every place is taken. It hears at once where the basket is.
    Optional<SseEmitter> listen() {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        Listener listener = new Listener();
        listeners.add(listener);
        Thread unused = Thread.ofVirtual().name("basket-listener").start(listener::serve);
        return Optional.of(listener.emitter);
    }

    int listening() {
        return listeners.size();
    }

    @EventListener
    void close(ContextClosedEvent event) {
        listeners.forEach(Listener::leave);
    }

    private final class Listener {

        private final SseEmitter emitter = new SseEmitter(0L);
        private final Semaphore news = new Semaphore(1);
        private final AtomicBoolean gone = new AtomicBoolean();

        Listener() {
            emitter.onCompletion(this::leave);
            emitter.onError(_ -> leave());
            emitter.onTimeout(this::leave);
        }

        void wake() {
            if (news.availablePermits() == 0) {
                news.release();
            }
        }

        void leave() {
            gone.set(true);
            news.release();
        }

        void serve() {
            long until = System.nanoTime() + LONGEST.toNanos();
            try {
                while (!gone.get() && System.nanoTime() < until) {
                    if (news.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                        news.drainPermits();
                        if (!gone.get()) {
                            emitter.send(SseEmitter.event()
                                    .name("basket")
                                    .reconnectTime(COME_BACK_AFTER_MILLIS)
                                    .data("{\"end\":" + basket.end() + "}"));
                        }
                    } else {
                        emitter.send(SseEmitter.event().comment("still here"));
                    }
                }
                emitter.complete();
            } catch (IOException | IllegalStateException e) {
                log.atDebug().addKeyValue("reason", e.getMessage()).log("A desk stopped listening");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.atWarn().addKeyValue("reason", e.getMessage()).log("A desk could not be told of the basket");
                emitter.completeWithError(e);
            } finally {
                listeners.remove(this);
                places.release();
            }
        }
    }
}
