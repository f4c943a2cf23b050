package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.broadsheet.core.wire.WireItem.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What the agencies send stands in the index of wire items, each in its newest version.
class WireTest {

    private Library library;

    @BeforeEach
    void openTheLibrary() {
        library = Library.open();
    }

    @AfterEach
    void closeTheLibrary() {
        library.close();
    }

    @Test
    void anItemStandsInTheIndexInItsNewestVersion() {
        library.send(Copy.wireItem("tag:agency,2026:1", 1, Status.USABLE, "Port raises fees", "Pilots stop work."));
        library.send(Copy.wireItem("tag:agency,2026:1", 2, Status.USABLE, "Port lowers fees", "Pilots go back."));
        library.send(Copy.wireItem("tag:agency,2026:2", 1, Status.USABLE, "Opera opens", "A soprano sang."));
        library.caughtUp();

        JsonNode items = items();

        assertThat(items).hasSize(2);
        assertThat(items.at("/0/_source/headline").asString()).isEqualTo("Port lowers fees");
        assertThat(items.at("/0/_source/version").asLong()).isEqualTo(2);
        assertThat(items.at("/0/_source/topics/0").asString()).isEqualTo("medtop:20000221");
    }

    @Test
    void anItemTheAgencyTookBackKeepsNotAWord() {
        library.send(Copy.wireItem("tag:agency,2026:1", 1, Status.USABLE, "Port raises fees", "Pilots stop work."));
        library.send(Copy.wireItem("tag:agency,2026:1", 2, Status.CANCELED, "Port raises fees", "Pilots stop work."));
        library.caughtUp();

        JsonNode items = items();

        assertThat(items).hasSize(1);
        assertThat(items.at("/0/_source/state").asString()).isEqualTo("killed");
        assertThat(items.toString()).doesNotContain("Pilots").doesNotContain("raises");
    }

    @Test
    void anItemOfAnotherAgencyWithTheSameGuidIsAnotherItem() {
        library.send(Copy.wireItem("1", 1, Status.USABLE, "Port raises fees", "Pilots stop work."));
        library.send(Copy.from("Agence Nord", Copy.wireItem("1", 1, Status.USABLE, "Opera opens", "A soprano sang.")));
        library.caughtUp();

        assertThat(items()).hasSize(2);
    }

    @Test
    void aGuidLongerThanElasticsearchTakesStopsNothing() {
        library.send(Copy.wireItem("x".repeat(40_000), 1, Status.USABLE, "Port raises fees", "Pilots stop work."));
        library.caughtUp();

        assertThat(items()).hasSize(1);
    }

    @Test
    void noReaderSeesWireCopy() {
        library.send(Copy.wireItem("tag:agency,2026:1", 1, Status.USABLE, "Port raises fees", "Pilots stop work."));
        library.caughtUp();

        assertThat(library.found("pilots")).isEmpty();
    }

    private JsonNode items() {
        return library.elasticsearch("POST", "/wire/_search", """
                        {"sort": ["position"]}""").body().at("/hits/hits");
    }
}
