package org.broadsheet.cms.darkroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import javax.imageio.ImageReader;
import org.broadsheet.cms.Negatives;
import org.broadsheet.cms.picturefile.PictureFormat;
import org.broadsheet.cms.picturefile.Slip;
import org.springframework.util.unit.DataSize;

/// What tests of the darkroom share.
abstract class DarkroomCase {

    static final DarkroomSettings SETTINGS = settings(2, 16, Duration.ofSeconds(20));

    static final Darkroom DARKROOM = Darkroom.with(SETTINGS);

    static DarkroomSettings settings(int atOnce, int waiting, Duration wait) {
        return new DarkroomSettings(
                60_000_000,
                DataSize.ofMegabytes(100),
                atOnce,
                waiting,
                wait,
                Duration.ofSeconds(20),
                DataSize.ofMegabytes(256),
                "avifenc",
                "avifdec");
    }

    static Original fit(byte[] file) {
        Look look = DARKROOM.look(file);
        assertThat(look).isInstanceOf(Look.Fit.class);
        return ((Look.Fit) look).original();
    }

    static String refusal(byte[] file) {
        Look look = DARKROOM.look(file);
        assertThat(look).isInstanceOf(Look.Refused.class);
        return ((Look.Refused) look).sentence();
    }

    static Print print(Original original, int width) throws Undrawable {
        return DARKROOM.print(
                original, Area.whole(original.width(), original.height()), width, PrintFormat.JPEG, Slip.BLANK);
    }

    static BufferedImage decoded(Print print) throws IOException {
        ImageReader reader = Readers.open(PictureFormat.of(print.bytes()).orElseThrow(), print.bytes());
        try {
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    static double meanDifference(BufferedImage one, BufferedImage other) {
        long sum = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum += Math.abs((one.getRGB(x, y) >> shift & 255) - (other.getRGB(x, y) >> shift & 255));
                }
            }
        }
        return sum / (3.0 * one.getWidth() * one.getHeight());
    }

    static byte[] turned(byte[] jpeg, int orientation) {
        byte[] exif = {
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        return Negatives.behindHead(jpeg, Negatives.segment(0xe1, exif));
    }

    /// What something takes: bytes asked for by the thread, whether they were given back or not, and time on a
    /// processor.
    record Costs(long bytes, Duration took) {

        interface Work {
            void run() throws Exception;
        }

        static Costs of(Work work) {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadAllocatedBytes();
            long began = threads.getCurrentThreadCpuTime();
            try {
                work.run();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return new Costs(
                    threads.getCurrentThreadAllocatedBytes() - before,
                    Duration.ofNanos(threads.getCurrentThreadCpuTime() - began));
        }
    }
}
