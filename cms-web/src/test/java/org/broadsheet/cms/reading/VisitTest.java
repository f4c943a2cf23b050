package org.broadsheet.cms.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisitTest {

    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @ParameterizedTest
    @ValueSource(
            strings = {
                FIREFOX,
                "Mozilla/5.0 (Linux; Android 16; CUBOT KINGKONG) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Version/19.1 Safari/604.1",
                "Lynx/2.9.0 libwww-FM/2.14"
            })
    void aBrowserIsAReader(String userAgent) {
        assertThat(new Visit(userAgent, null).isByReader()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "facebookexternalhit/1.1",
                "curl/8.14.1",
                "Wget/1.25",
                "python-requests/2.32",
                "Java/25",
                "Go-http-client/2.0",
                "Slackbot-LinkExpanding 1.0",
                "SomeCrawler 1.0",
                " "
            })
    void aMachineThatSaysSoIsNoReader(String userAgent) {
        assertThat(new Visit(userAgent, null).isByReader()).isFalse();
    }

    @Test
    void fetchingAheadIsNoReading() {
        assertThat(new Visit(FIREFOX, "prefetch").isByReader()).isFalse();
        assertThat(new Visit(FIREFOX, "Prefetch;prerender").isByReader()).isFalse();
        assertThat(new Visit(null, null).isByReader()).isFalse();
    }
}
