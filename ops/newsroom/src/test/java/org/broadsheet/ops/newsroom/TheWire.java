package org.broadsheet.ops.newsroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// The wire of one moment, made once for all tests.
final class TheWire {

    static final Instant NOW = Instant.parse("2026-11-24T10:40:00Z");
    static final DemoNewsroom NEWSROOM = new DemoNewsroom();
    private static final Path PRINTS = prints();
    private static final List<WireFile> FILES = NEWSROOM.wire(NOW, PRINTS);

    private TheWire() {}

    static List<WireFile> files() {
        return FILES;
    }

    static Path printFolder() {
        return PRINTS;
    }

    static WireFile file(String name) {
        return FILES.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No such file on the wire: " + name));
    }

    private static Path prints() {
        try {
            return Files.createTempDirectory("prints");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
