package org.broadsheet.ops.elasticsearch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/// The tests' node of our own, in this JVM and in a temporary folder, gone with both.
final class EmbeddedForTests {

    private static final String PREFIX = "broadsheet-test-elasticsearch-";

    private static @Nullable LocalElasticsearch shared;

    private EmbeddedForTests() {}

    static synchronized URI address() {
        LocalElasticsearch node = shared;
        if (node == null) {
            node = startUntilThisEnds();
            shared = node;
        }
        return node.address();
    }

    private static LocalElasticsearch startUntilThisEnds() {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try {
            sweep(temporary);
            Path folder = Files.createTempDirectory(
                    temporary, PREFIX + ProcessHandle.current().pid() + "-");
            LocalElasticsearch node = LocalElasticsearch.start(folder, 0, "WARN");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> takeAway(node, folder), "elasticsearch-of-tests"));
            return node;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void takeAway(LocalElasticsearch node, Path folder) {
        try {
            node.close();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            System.err.println("The tests' Elasticsearch left " + folder + " behind: " + e.getMessage());
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
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static boolean isInUse(Path folder) {
        String owner =
                folder.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
        try {
            return ProcessHandle.of(Long.parseLong(owner))
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
        } catch (NumberFormatException notOurs) {
            return true;
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Wiring {
        @Bean
        ElasticsearchConnectionDetails testElasticsearch() {
            URI address = address();
            return () -> List.of(new ElasticsearchConnectionDetails.Node(
                    address.getHost(), address.getPort(), ElasticsearchConnectionDetails.Node.Protocol.HTTP));
        }
    }
}
