package org.broadsheet.ops.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchProcessTest {

    @TempDir
    Path folder;

    private int port;
    private Process process;

    @BeforeEach
    void findAPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @Test
    void aDocumentSurvivesACleanRestartAndAKill() throws Exception {
        Asked elasticsearch = start();
        elasticsearch.put("/stories", """
                {"settings": {"number_of_shards": 1, "number_of_replicas": 0},
                 "mappings": {"properties": {"headline": {"type": "text", "analyzer": "english"}}}}
                """);
        elasticsearch.put("/stories/_doc/1", "{\"headline\": \"Ferry strike ends\"}");

        process.destroy();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        elasticsearch = start();
        assertThat(headline(elasticsearch, 1)).isEqualTo("Ferry strike ends");

        elasticsearch.put("/stories/_doc/2", "{\"headline\": \"Museum reopens\"}");
        process.destroyForcibly().waitFor();
        elasticsearch = start();
        assertThat(headline(elasticsearch, 2)).isEqualTo("Museum reopens");
    }

    @Test
    void aFolderThatIsInUseIsRefusedInASentence() throws Exception {
        start();
        Process second = command(0).start();
        String said = new String(second.getInputStream().readAllBytes());

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(said).contains("failed to obtain node lock");
        assertThat(process.isAlive()).isTrue();
    }

    private static String headline(Asked elasticsearch, int id) throws Exception {
        elasticsearch.get("/_cluster/health/stories?wait_for_status=green&timeout=30s");
        return elasticsearch.get("/stories/_doc/" + id).at("/_source/headline").asString();
    }

    private Asked start() throws IOException {
        process = command(port).start();
        assertThat(process.inputReader().lines().anyMatch(line -> line.startsWith("Elasticsearch answers on ")))
                .as("Elasticsearch came up")
                .isTrue();
        return new Asked(URI.create("http://127.0.0.1:" + port));
    }

    private ProcessBuilder command(int port) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--add-modules=jdk.incubator.vector",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ElasticsearchProcess.class.getName(),
                        folder.toString(),
                        String.valueOf(port))
                .redirectErrorStream(true);
    }
}
