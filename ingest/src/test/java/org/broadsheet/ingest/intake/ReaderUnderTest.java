package org.broadsheet.ingest.intake;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.broadsheet.core.wire.WireItem.Status;
import org.broadsheet.ingest.WireItemSamples;
import org.broadsheet.ingest.format.Copy;
import org.broadsheet.ingest.format.Format;
import org.broadsheet.ingest.format.Reading;
import org.broadsheet.ingest.format.Reading.EnclosedFile;
import org.broadsheet.ingest.format.Unreadable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// A reader for the worst payloads there are: it ends the service, never ends itself, or learns to read what it could
/// not before. It knows only what no agency sends.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ReaderUnderTest implements Format {

    /// Whether it has learnt to read `LEARNT-LATER`.
    public static volatile boolean hasLearnt;

    /// What it calls the item of `LEARNT-LATER` and `READ-BETTER`.
    public static volatile String headline = "Read at last";

    @Override
    public String name() {
        return "test";
    }

    @Override
    public boolean recognises(Copy copy) {
        return text(copy).startsWith("%TEST%");
    }

    @Override
    public Reading read(Copy copy) throws Unreadable {
        String text = text(copy);
        if (text.contains("END-THE-SERVICE")) {
            Runtime.getRuntime().halt(9);
        }
        if (text.contains("NEVER-ENDS")) {
            for (long i = 0; !Thread.currentThread().isInterrupted(); i++) {
                Thread.onSpinWait();
            }
        }
        if (text.contains("OUT-OF-MEMORY")) {
            throw new OutOfMemoryError("as if");
        }
        if (text.contains("LEARNT-LATER") && !hasLearnt) {
            throw new Unreadable("Nobody has learnt to read this yet");
        }
        var item = WireItemSamples.parsed(copy.name(), 1, Status.USABLE, headline);
        if (text.contains("ENCLOSES")) {
            return new Reading.Several(
                    List.of(item),
                    List.of(new EnclosedFile("inside.txt", "%TEST% inside".getBytes(StandardCharsets.UTF_8))),
                    List.of());
        }
        return new Reading.Items(List.of(item), List.of());
    }

    private static String text(Copy copy) {
        return new String(copy.bytes(), 0, Math.min(copy.bytes().length, 100), StandardCharsets.UTF_8);
    }
}
