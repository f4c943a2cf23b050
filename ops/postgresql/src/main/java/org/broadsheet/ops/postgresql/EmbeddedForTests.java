package org.broadsheet.ops.postgresql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The tests' PostgreSQL of our own: as fast as it goes, in a temporary folder, gone with the JVM.
final class EmbeddedForTests {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedForTests.class);

    private static final String PREFIX = "broadsheet-test-postgresql-";
    private static final String PASSWORD = "test";

    private static final AtomicInteger databases = new AtomicInteger();

    private static @Nullable LocalPostgres shared;

    private EmbeddedForTests() {}

    static synchronized TestDatabase freshDatabase() {
        LocalPostgres server = shared;
        if (server == null) {
            server = startUntilThisEnds();
            shared = server;
        }
        String name = "test_" + databases.incrementAndGet();
        server.provide(name, PASSWORD);
        return new TestDatabase(server.address(name), name, PASSWORD);
    }

    private static LocalPostgres startUntilThisEnds() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            sweep(temporary);
            Path folder = Files.createTempDirectory(
                    temporary, PREFIX + ProcessHandle.current().pid() + "-");
            var server = new LocalPostgres(
                    PostgresSoftware.shared(),
                    folder.resolve("data"),
                    folder.resolve("log"),
                    freePort(),
                    PASSWORD,
                    Durability.FAST);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> takeAway(server, folder), "postgresql-of-tests"));
            server.start();
            return server;
        } catch (IOException e) {
            throw new PostgresTrouble("The tests' PostgreSQL has no place in " + temporary + ": " + e, e);
        }
    }

    private static void takeAway(LocalPostgres server, Path folder) {
        try {
            server.stop();
            Folders.delete(folder);
        } catch (IOException | PostgresTrouble e) {
            log.atWarn().addKeyValue("folder", folder).log("The tests' PostgreSQL was left behind");
        }
    }

    /// Takes away what test runs left that were killed.
    static void sweep(Path temporary) throws IOException {
        List<Path> left;
        try (Stream<Path> folders = Files.list(temporary)) {
            left = folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(folder -> !isInUse(folder))
                    .toList();
        }
        for (Path folder : left) {
            Postmaster.of(folder.resolve("data"))
                    .flatMap(Postmaster::process)
                    .ifPresent(ProcessHandle::destroyForcibly);
            Folders.delete(folder);
        }
    }

    private static boolean isInUse(Path folder) {
        String owner =
                folder.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
        try {
            return LiveProcess.of(Long.parseLong(owner)).isPresent();
        } catch (NumberFormatException notOurs) {
            return true;
        }
    }

    /// A port that nothing listens on just now.
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        JdbcConnectionDetails testDatabase() {
            TestDatabase database = freshDatabase();
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return database.user();
                }

                @Override
                public String getPassword() {
                    return database.password();
                }

                @Override
                public String getJdbcUrl() {
                    return database.url();
                }
            };
        }
    }
}
