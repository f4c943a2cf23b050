package org.broadsheet.ops.command.pressroom;

import java.util.Arrays;
import java.util.Optional;
import org.broadsheet.ops.command.house.Ports;

/// One part of the platform: a process of its own. In the order they are brought up; they are stopped the other way.
public enum Part {
    POSTGRESQL("postgresql", 0),
    ELASTICSEARCH("elasticsearch", 640),
    INGEST("ingest", 384),
    CMS_WEB("cms-web", 512),
    SEARCH("search", 320);

    private final String word;
    private final int heap;

    Part(String word, int heap) {
        this.word = word;
        this.heap = heap;
    }

    /// What it is called on the command line, in logs and in file names.
    public String word() {
        return word;
    }

    /// The most its Java heap may take, in MiB; 0 for one that is no Java.
    int heap() {
        return heap;
    }

    /// Where it answers.
    public int port(Ports ports) {
        return switch (this) {
            case POSTGRESQL -> ports.postgresql();
            case ELASTICSEARCH -> ports.elasticsearch();
            case INGEST -> ports.ingest();
            case CMS_WEB -> ports.cms();
            case SEARCH -> ports.search();
        };
    }

    /// Where it says how it is (`/api/status`), if it is one of the services.
    public Optional<Integer> statusPort(Ports ports) {
        return switch (this) {
            case POSTGRESQL, ELASTICSEARCH -> Optional.empty();
            case INGEST -> Optional.of(ports.ingest());
            case CMS_WEB -> Optional.of(ports.cmsInternal());
            case SEARCH -> Optional.of(ports.search());
        };
    }

    /// The path that answers 200 once it is ready.
    String healthPath() {
        return this == ELASTICSEARCH ? "/_cluster/health?timeout=1s" : "/actuator/health";
    }

    public static Optional<Part> called(String word) {
        return Arrays.stream(values()).filter(part -> part.word.equals(word)).findFirst();
    }
}
