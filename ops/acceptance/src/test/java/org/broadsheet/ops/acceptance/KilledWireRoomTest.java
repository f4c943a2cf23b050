package org.broadsheet.ops.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The trial that runs two hundred rounds by itself (`ops/broadsheet chaos ingest`), in a few.
class KilledWireRoomTest {

    private final Platform platform = Platform.running();

    @Test
    void killedAgainAndAgainWithItsDatabaseItLosesNothingAndHasNothingTwice() {
        Platform.Outcome chaos = platform.broadsheet("chaos", "ingest", "--rounds", "5", "--seed", "20261125");

        assertThat(chaos.exit()).as(chaos.output()).isZero();
        assertThat(chaos.output())
                .contains("5 kills of the service, 1 of PostgreSQL")
                .contains("sent 150 = settled")
                .contains("Nothing lost, nothing twice, nothing stuck.");
    }
}
