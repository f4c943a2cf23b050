package org.broadsheet.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogFollowerTest {

    private static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");

    private final FakeLog log = new FakeLog();
    private final FakeBook book = new FakeBook();
    private final List<String> troubles = new ArrayList<>();
    private final LogFollower<FakeLog.Line> follower =
            new LogFollower<>("wire", log, book, InstantSource.fixed(NOON), e -> {
                synchronized (troubles) {
                    troubles.add(String.valueOf(e.getMessage()));
                }
            });

    @AfterEach
    void close() {
        follower.close();
    }

    @Test
    void whatIsInTheLogIsAppliedOnceAndInOrder() {
        log.append(250);

        follower.start();

        await(() -> book.position() == 250);
        assertThat(book.applied()).isEqualTo(positions(1, 250));
        await(() -> follower.standing().position() == 250);
        assertThat(follower.standing().lag()).isZero();
        assertThat(follower.standing().heardAt()).isEqualTo(NOON);
    }

    @Test
    void aNewEntryWakesTheReaderAtOnce() {
        follower.start();
        await(() -> log.waiters() == 1);

        long started = System.nanoTime();
        log.append(1);

        await(() -> book.position() == 1);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void readingGoesOnFromThePlaceThatWasKept() {
        log.append(5);
        book.startAt(3);

        follower.start();

        await(() -> book.position() == 5);
        assertThat(book.applied()).containsExactly(4L, 5L);
    }

    @Test
    void aSourceThatFailsIsTriedAgainAndToldOfOnce() {
        log.fail(4, "no answer");
        log.append(2);

        follower.start();

        await(() -> book.position() == 2);
        assertThat(book.applied()).containsExactly(1L, 2L);
        assertThat(troubles()).containsExactly("no answer");
        await(() -> follower.standing().trouble() == null);
    }

    @Test
    void troubleIsInTheStandingWhileItLasts() {
        book.startAt(0);
        log.append(1);
        log.fail(Integer.MAX_VALUE, "no answer");

        follower.start();

        await(() -> follower.standing().trouble() != null);
        assertThat(follower.standing().trouble()).isEqualTo("no answer");
        assertThat(follower.standing().heardAt()).isNull();

        log.fail(0, "");

        await(() -> book.position() == 1);
        await(() -> follower.standing().trouble() == null);
    }

    @Test
    void eachRunOfFailuresIsToldOf() {
        log.fail(2, "first");
        log.append(1);
        follower.start();
        await(() -> book.position() == 1 && log.waiters() == 1);

        log.fail(2, "second");
        log.append(1);

        await(() -> book.position() == 2);
        log.append(1);
        await(() -> book.position() == 3);
        assertThat(troubles()).containsExactly("first", "second");
    }

    @Test
    void aBookThatRefusesGetsTheSameEntriesAgain() {
        book.refuse(2);
        log.append(3);

        follower.start();

        await(() -> book.position() == 3);
        assertThat(book.applied()).containsExactly(1L, 2L, 3L);
        assertThat(troubles()).containsExactly("the database is away");
    }

    @Test
    void anErrorInTheBookDoesNotEndTheFollowing() {
        book.breakOnce();
        log.append(1);

        follower.start();

        await(() -> book.position() == 1);
        assertThat(troubles()).hasSize(1);
        assertThat(troubles().getFirst()).contains("StackOverflowError");
    }

    @Test
    void whoeverIsToldOfTroubleCannotEndTheFollowing() {
        log.fail(1, "no answer");
        log.append(1);
        try (LogFollower<FakeLog.Line> other = new LogFollower<>("wire", log, book, InstantSource.fixed(NOON), e -> {
            throw new IllegalStateException("the log file is full");
        })) {
            other.start();

            await(() -> book.position() == 1);
        }
    }

    @Test
    void whatWasAppliedBeforeIsNotAppliedAgain() {
        log.append(4);
        log.sendFromTheStart();
        book.startAt(2);

        follower.start();

        await(() -> book.position() == 4);
        assertThat(book.applied()).containsExactly(3L, 4L);
    }

    @Test
    void aPageThatIsNotInOrderIsNotApplied() {
        log.append(4);
        log.sendBackwards();

        follower.start();

        await(() -> follower.standing().trouble() != null);
        assertThat(follower.standing().trouble()).startsWith("The log is not in order");
        assertThat(book.applied()).isEmpty();
    }

    @Test
    void aLogThatHasShrunkIsTrouble() {
        log.append(4);
        log.doNotWait();
        book.startAt(9);

        follower.start();

        await(() -> follower.standing().trouble() != null);
        assertThat(follower.standing().trouble())
                .isEqualTo("The log ends at 4, but was read up to 9: it is not the same log any more");
        await(() -> log.asked() > 3);
        assertThat(troubles()).hasSize(1);
    }

    @Test
    void aSourceThatDoesNotWaitIsNotAskedInASpin() throws InterruptedException {
        log.doNotWait();

        follower.start();
        await(() -> log.asked() > 0);
        TimeUnit.MILLISECONDS.sleep(600);

        assertThat(log.asked()).isLessThan(15);
    }

    @Test
    void closingBreaksOffTheWaiting() {
        follower.start();
        await(() -> log.waiters() == 1);

        long started = System.nanoTime();
        follower.close();

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(log.waiters()).isZero();
        log.append(1);
        assertThat(book.applied()).isEmpty();
    }

    @Test
    void closingLetsTheBookFinish() throws InterruptedException {
        CountDownLatch inTheBook = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        book.pauseInApply(inTheBook, goOn);
        log.append(1);
        follower.start();
        inTheBook.await();

        Thread closing = Thread.ofPlatform().start(follower::close);
        TimeUnit.MILLISECONDS.sleep(100);
        goOn.countDown();
        closing.join();

        assertThat(book.applied()).containsExactly(1L);
        assertThat(book.wasInterrupted()).isFalse();
    }

    @Test
    void closingBeforeStartingIsHarmless() {
        log.append(1);

        follower.close();
        follower.start();

        await(() -> follower.standing().position() == 0);
        follower.close();
        assertThat(book.applied()).isEmpty();
    }

    private List<String> troubles() {
        synchronized (troubles) {
            return List.copyOf(troubles);
        }
    }

    private static List<Long> positions(long from, long to) {
        return java.util.stream.LongStream.rangeClosed(from, to).boxed().toList();
    }

    private static void await(BooleanSupplier what) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!what.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(until);
            Thread.onSpinWait();
            try {
                TimeUnit.MILLISECONDS.sleep(2);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// A book in memory that keeps entries and place together.
    private static final class FakeBook implements LogBook<FakeLog.Line> {

        private final List<Long> applied = new ArrayList<>();
        private long position;
        private int refusals;
        private boolean broken;
        private CountDownLatch inTheBook = new CountDownLatch(0);
        private CountDownLatch goOn = new CountDownLatch(0);
        private boolean interrupted;

        synchronized void startAt(long place) {
            position = place;
        }

        synchronized void refuse(int times) {
            refusals = times;
        }

        synchronized void breakOnce() {
            broken = true;
        }

        synchronized void pauseInApply(CountDownLatch reached, CountDownLatch mayGoOn) {
            inTheBook = reached;
            goOn = mayGoOn;
        }

        synchronized List<Long> applied() {
            return List.copyOf(applied);
        }

        synchronized boolean wasInterrupted() {
            return interrupted;
        }

        @Override
        public synchronized long position() {
            return position;
        }

        @Override
        public synchronized void apply(List<FakeLog.Line> entries) {
            if (refusals > 0) {
                refusals--;
                throw new IllegalStateException("the database is away");
            }
            if (broken) {
                broken = false;
                throw new StackOverflowError();
            }
            inTheBook.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
            entries.forEach(line -> applied.add(line.position()));
            position = entries.getLast().position();
        }
    }
}
