package org.broadsheet.ops.command.trial;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// How many bodies a second HTML-to-block conversion alone makes into blocks, with nothing around it: what the whole
/// path is measured against. A process of its own on the service's class path; it knows the service's classes by name
/// only, so that the command does not depend on them.
final class ConversionReference {

    private static final String MARKUP = "org.broadsheet.ingest.markup.";

    private final MethodHandle readHtml;
    private final MethodHandle newReader;
    private final MethodHandle readBody;

    private ConversionReference() throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        Class<?> html = Class.forName(MARKUP + "HtmlReader");
        Class<?> element = Class.forName(MARKUP + "Markup$Element");
        Class<?> body = Class.forName(MARKUP + "BodyReader");
        readHtml = lookup.findStatic(html, "read", MethodType.methodType(element, String.class))
                .asType(MethodType.methodType(Object.class, String.class));
        newReader = lookup.findConstructor(body, MethodType.methodType(void.class))
                .asType(MethodType.methodType(Object.class));
        readBody = lookup.findVirtual(body, "read", MethodType.methodType(List.class, element))
                .asType(MethodType.methodType(List.class, Object.class, Object.class));
    }

    /// Prints two numbers: bodies a second with one thread, and with as many as there are processors.
    ///
    /// @param arguments the file of bodies ([#bodies(Path)]), and how many seconds to warm up and to measure,
    /// each time
    public static void main(String[] arguments) throws Exception {
        List<String> bodies = bodies(Path.of(arguments[0]));
        long nanos = TimeUnit.MILLISECONDS.toNanos(Math.round(Double.parseDouble(arguments[1]) * 1000));
        ConversionReference reference = new ConversionReference();
        int processors = Runtime.getRuntime().availableProcessors();
        reference.rate(bodies, processors, nanos);
        double one = reference.rate(bodies, 1, nanos);
        double all = reference.rate(bodies, processors, nanos);
        System.out.printf(Locale.ROOT, "%.1f %.1f%n", one, all);
    }

    private double rate(List<String> bodies, int threads, long nanos) throws Exception {
        try (ExecutorService hands = Executors.newFixedThreadPool(threads)) {
            long begun = System.nanoTime();
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int from = i * bodies.size() / threads;
                counts.add(hands.submit(() -> convert(bodies, from, begun + nanos)));
            }
            long converted = 0;
            for (Future<Long> count : counts) {
                converted += count.get();
            }
            return converted * 1e9 / (System.nanoTime() - begun);
        }
    }

    private long convert(List<String> bodies, int from, long until) {
        long converted = 0;
        for (int i = from; System.nanoTime() < until; i = (i + 1) % bodies.size()) {
            if (blocks(bodies.get(i)) == 0) {
                throw new IllegalStateException("A body became no blocks");
            }
            converted++;
        }
        return converted;
    }

    private int blocks(String body) {
        try {
            List<?> blocks = (List<?>)
                    readBody.invokeExact((Object) newReader.invokeExact(), (Object) readHtml.invokeExact(body));
            return blocks.size();
        } catch (Throwable e) {
            throw new IllegalStateException("A body could not be converted", e);
        }
    }

    private static List<String> bodies(Path file) throws IOException {
        List<String> bodies = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (int left = in.readInt(); left > 0; left--) {
                bodies.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
            }
        }
        return bodies;
    }
}
