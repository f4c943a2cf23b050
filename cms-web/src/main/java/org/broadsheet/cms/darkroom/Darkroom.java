package org.broadsheet.cms.darkroom;

import jakarta.annotation.PreDestroy;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.broadsheet.cms.picturefile.Slip;
import org.springframework.stereotype.Component;

/// Looks at originals and prints them: a few at a time, in bounded memory, each with an end that is set. Whoever comes
/// when the queue is full, or waits too long, is told to come back; what was begun is finished all the same.
@Component
public class Darkroom {

    private static final int MEBI = 1 << 20;

    private final DarkroomSettings settings;
    private final Enlarger enlarger;
    private final Printer printer;
    private final ThreadPoolExecutor hands;
    private final Semaphore memory;
    private final int mostMemory;

    Darkroom(DarkroomSettings settings, Enlarger enlarger, Printer printer) {
        this.settings = settings;
        this.enlarger = enlarger;
        this.printer = printer;
        this.hands = new ThreadPoolExecutor(
                settings.drawnAtOnce(),
                settings.drawnAtOnce(),
                30,
                TimeUnit.SECONDS,
                settings.waiting() == 0 ? new SynchronousQueue<>() : new ArrayBlockingQueue<>(settings.waiting()),
                Thread.ofPlatform().daemon().name("darkroom-", 1).factory());
        this.hands.allowCoreThreadTimeOut(true);
        this.mostMemory = Math.max(1, (int) (settings.memory().toBytes() / MEBI));
        this.memory = new Semaphore(mostMemory, true);
    }

    /// A darkroom for whoever needs one outside the service.
    public static Darkroom with(DarkroomSettings settings) {
        AvifTools avif = new AvifTools(settings);
        return new Darkroom(settings, new Enlarger(settings, avif), new Printer(avif));
    }

    /// Reads the header of a file and weighs what it promises. Costs no more than a walk along its segments.
    public Look look(byte[] file) {
        return enlarger.look(file);
    }

    /// Looks at the beginning of a file of which the rest is still to come. Empty as long as nothing speaks against it:
    /// a part of a header that is not there yet does not.
    ///
    /// @param head the first bytes
    /// @param size how many bytes the whole file is said to have
    public Optional<Look.Refused> glance(byte[] head, long size) {
        return enlarger.glance(head, size);
    }

    /// The formats that can be made on this machine, the smallest first; JPEG always.
    public List<PrintFormat> formats() {
        return List.copyOf(printer.formats());
    }

    /// Prints a piece of an original.
    ///
    /// @param area which piece
    /// @param width at least 1; a print is never wider than the piece
    /// @param slip the words that go with it
    /// @throws Undrawable if the pixels cannot be read
    /// @throws DarkroomBusy if there is no turn to be had in time
    public Print print(Original original, Area area, int width, PrintFormat format, Slip slip) throws Undrawable {
        return inTurn(original, area, width, picture -> printer.print(picture, format, slip));
    }

    /// Finds the point of a picture that a crop should keep, as [Attention] sees it.
    ///
    /// @throws Undrawable if the pixels cannot be read
    /// @throws DarkroomBusy if there is no turn to be had in time
    public Attention.Point attention(Original original) throws Undrawable {
        Area whole = Area.whole(original.width(), original.height());
        return inTurn(original, whole, Attention.WIDTH, Attention::point);
    }

    private interface Work<T> {
        T on(BufferedImage picture) throws Undrawable;
    }

    private <T> T inTurn(Original original, Area area, int width, Work<T> work) throws Undrawable {
        if (!area.liesIn(original.width(), original.height())) {
            throw new Undrawable("The piece does not lie in the picture");
        }
        int printed = Math.clamp(width, 1, area.width());
        Future<T> turn;
        try {
            turn = hands.submit(() -> work.on(enlarge(original, area, printed)));
        } catch (RejectedExecutionException e) {
            throw new DarkroomBusy("Too many pictures are waiting");
        }
        try {
            return turn.get(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | CancellationException e) {
            throw new DarkroomBusy("A picture waited too long for its turn");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DarkroomBusy("Nobody waits for the picture any more");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Undrawable undrawable -> throw undrawable;
                case DarkroomBusy busy -> throw busy;
                case null, default -> throw new Undrawable("The picture cannot be drawn", e);
            }
        }
    }

    private BufferedImage enlarge(Original original, Area area, int width) throws Undrawable, InterruptedException {
        int cost = (int) Math.clamp(enlarger.cost(original, area, width) / MEBI + 1, 1, mostMemory);
        if (!memory.tryAcquire(cost, settings.longestWait().toMillis(), TimeUnit.MILLISECONDS)) {
            throw new DarkroomBusy("There is no memory for the picture now");
        }
        try {
            return enlarger.enlarge(
                    original,
                    area,
                    width,
                    System.nanoTime() + settings.longestDrawing().toNanos());
        } finally {
            memory.release(cost);
        }
    }

    @PreDestroy
    void close() {
        hands.shutdownNow();
    }
}
