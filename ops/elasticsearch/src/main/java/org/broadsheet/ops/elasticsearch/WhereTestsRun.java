package org.broadsheet.ops.elasticsearch;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/// Which Elasticsearch the tests get: `-Dbroadsheet.stores=auto|embedded|containers`.
enum WhereTestsRun {
    EMBEDDED,
    CONTAINERS;

    /// `auto`, and so nothing at all, means containers where a Docker engine answers.
    static WhereTestsRun chosen() {
        String choice = System.getProperty("broadsheet.stores", "auto");
        return switch (choice) {
            case "embedded" -> EMBEDDED;
            case "containers" -> CONTAINERS;
            case "auto" -> hasDocker() ? CONTAINERS : EMBEDDED;
            default ->
                throw new IllegalArgumentException("broadsheet.stores is auto, embedded or containers, not " + choice);
        };
    }

    /// Looks for the engine's address first: asking for it where there is none fills the log with errors.
    static boolean hasDocker() {
        boolean isConfigured = System.getenv("DOCKER_HOST") != null
                || Files.exists(Path.of("/var/run/docker.sock"))
                || Files.exists(Path.of(System.getProperty("user.home"), ".docker", "run", "docker.sock"));
        return isConfigured && DockerClientFactory.instance().isDockerAvailable();
    }
}
