package org.broadsheet.cms.darkroom;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.broadsheet.cms.picturefile.Slip;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// Measures a darkroom on the pictures in a folder: how many prints 828 pixels wide it makes a second with one
/// hand, and how many bytes they have. What runs it is `ops/broadsheet bench pictures`.
public final class DarkroomBench {

    private static final int WIDTH = 828;
    private static final Slip WORDS = new Slip("The quay at dawn.", "Northwind", "© Northwind", "", "");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Darkroom darkroom;
    private final PrintStream out;
    private final int rounds;
    private final long end = System.nanoTime() + LONGEST.toNanos();

    private DarkroomBench(Darkroom darkroom, PrintStream out, int rounds) {
        this.darkroom = darkroom;
        this.out = out;
        this.rounds = rounds;
    }

    /// @param arguments the folder with the pictures, and how many rounds are measured
    /// @throws IOException if the pictures cannot be read
    /// @throws Undrawable if one of them is no picture
    public static void main(String[] arguments) throws IOException, Undrawable {
        DarkroomSettings settings = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("broadsheet.cms.darkroom", DarkroomSettings.class);
        Darkroom darkroom = Darkroom.with(settings);
        List<byte[]> files = new ArrayList<>();
        try (var pictures = Files.list(Path.of(arguments[0]))) {
            for (Path picture : pictures.sorted().toList()) {
                files.add(Files.readAllBytes(picture));
            }
        }
        new DarkroomBench(darkroom, System.out, Integer.parseInt(arguments[1])).run(files);
        darkroom.close();
    }

    private void run(List<byte[]> files) throws IOException, Undrawable {
        List<Original> originals = new ArrayList<>();
        for (byte[] file : files) {
            originals.add(fit(file));
        }
        say(
                "%d demo pictures of %d x %d, %d rounds, medians, one hand",
                originals.size(),
                originals.getFirst().width(),
                originals.getFirst().height(),
                rounds);
        say("");
        say("%-8s %22s %24s", "format", "prints/s at 828 px", "bytes at 828 px");
        for (PrintFormat format : darkroom.formats()) {
            tell(format, originals);
        }
    }

    private void tell(PrintFormat format, List<Original> originals) throws Undrawable {
        List<Double> rates = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        // The first round warms up.
        for (int round = 0; round <= rounds && System.nanoTime() - end < 0; round++) {
            long began = System.nanoTime();
            List<Double> bytes = new ArrayList<>();
            for (Original original : originals) {
                bytes.add((double) print(original, format).bytes().length);
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            if (round > 0) {
                rates.add(originals.size() / seconds);
                sizes.add(median(bytes));
            }
        }
        if (rates.isEmpty()) {
            say("%-8s %22s", format.extension(), "not made in time");
        } else {
            say("%-8s %,22.1f %,24.0f", format.extension(), median(rates), median(sizes));
        }
    }

    private Print print(Original original, PrintFormat format) throws Undrawable {
        return darkroom.print(original, Area.whole(original.width(), original.height()), WIDTH, format, WORDS);
    }

    private Original fit(byte[] file) throws Undrawable {
        return switch (darkroom.look(file)) {
            case Look.Fit fit -> fit.original();
            case Look.Refused refused -> throw new Undrawable(refused.sentence());
        };
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private void say(String line, Object... values) {
        out.println(String.format(Locale.ROOT, line, values));
    }
}
