package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Elasticsearch may be away when the library opens, or go away while it is open.
class ElasticsearchAwayTest {

    private final Library library = Library.closed();

    @AfterEach
    void closeTheLibrary() {
        library.close();
    }

    @Test
    void aLibraryThatOpensBeforeElasticsearchSaysSoAndRecoversByItself() {
        library.switchboard.hangUpOnAll();
        UUID story = library.publish(Copy.harbourFees()).id();

        library.start();

        assertThat(library.ask("/actuator/health/liveness", Map.of()).status()).isEqualTo(200);
        assertThat(library.ask("/actuator/health/readiness", Map.of()).status()).isEqualTo(503);
        assertAway(library.find("harbour"));
        assertAway(library.related(story));
        assertAway(library.ask("/api/stories/" + story));
        Library.Answer status = library.ask("/api/status");
        assertThat(status.body().at("/remarks/0").asString()).contains("Elasticsearch does not answer");
        Library.await(() -> library.ask("/api/status")
                .body()
                .at("/readers/0/trouble")
                .asString("")
                .contains("Elasticsearch does not answer"));

        library.switchboard.putAllThrough();
        library.caughtUp();

        assertThat(library.found("harbour")).isEqualTo(List.of(story));
        assertThat(library.ask("/actuator/health/readiness", Map.of()).status()).isEqualTo(200);
        assertThat(library.ask("/api/status").body().get("remarks")).isEmpty();
    }

    @Test
    void whatIsPublishedWhileElasticsearchIsAwayIsFoundLater() {
        library.start();
        library.caughtUp();
        library.switchboard.hangUpOnAll();

        UUID story = library.publish(Copy.harbourFees()).id();
        assertAway(library.find("harbour"));
        library.switchboard.putAllThrough();
        library.caughtUp();

        assertThat(library.found("harbour")).containsExactly(story);
    }

    private static void assertAway(Library.Answer answer) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
