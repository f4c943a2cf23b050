package org.broadsheet.core.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceTokenTest {

    private final ServiceToken token = new ServiceToken("harbour-pilots-strike-today");

    @Test
    void theTokenIsShownByItsOwnHeader() {
        assertThat(token.header()).isEqualTo("Bearer harbour-pilots-strike-today");
        assertThat(token.isShownBy(token.header())).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "harbour-pilots-strike-today",
                "Bearer harbour-pilots-strike-toda",
                "Bearer harbour-pilots-strike-today ",
                "Bearer harbour-pilots-strike-todaY",
                "Basic harbour-pilots-strike-today",
                "Bearer harbour-pilots-strike-today, Bearer x"
            })
    void nothingElseShowsIt(String authorization) {
        assertThat(token.isShownBy(authorization)).isFalse();
    }

    @Test
    void aShortTokenIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceToken("x".repeat(ServiceToken.SHORTEST - 1)));
        assertThat(new ServiceToken("x".repeat(ServiceToken.SHORTEST)).isShownBy("Bearer " + "x".repeat(24)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "                        ",
                "harbour pilots strike to-day",
                "harbour-pilots-strike\r\nX-Role: y",
                "hafenlotsen-streiken-heuté"
            })
    void aTokenThatNoHeaderCanCarryIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceToken(value));
    }

    @Test
    void theTokenIsNeverPrinted() {
        assertThat(token.toString()).doesNotContain("harbour");
    }
}
