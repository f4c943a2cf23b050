package org.broadsheet.cms.masthead;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.broadsheet.cms.Press;
import org.broadsheet.cms.SiteTest;
import org.broadsheet.cms.Stories;
import org.broadsheet.cms.house.InternalPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SiteTest
class MastheadTest {

    private static final String HARBOUR_TIMES = """
            {"name":"The Harbour Times","tagline":"News of the strait","timeZone":"Europe/Oslo","language":"en-GB",
             "sections":[{"slug":"world","name":"World","mediaTopics":["medtop:11000000","medtop:16000000"]},
                         {"slug":"sport","name":"Sport","mediaTopics":[]}],
             "promos":[{"id":"5f0c6a52-7d1e-4c0b-9a64-000000000001","section":null,"words":"Follow our channel",
                        "href":"https://harbourtimes.example/channel","startsAt":"2024-01-01T00:00:00Z","endsAt":null}]}
            """;

    @Autowired
    MockMvcTester house;

    @Autowired
    Press press;

    @Autowired
    Mastheads mastheads;

    @Autowired
    Promos promos;

    @Autowired
    InternalPort internalPort;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void aPaper() {
        press.startAfresh();
    }

    @Test
    void whatIsPutIsWhatStands() {
        assertThat(put(HARBOUR_TIMES)).hasStatus(204);

        assertThat(mastheads.current())
                .isEqualTo(new Masthead(
                        "The Harbour Times",
                        "News of the strait",
                        ZoneId.of("Europe/Oslo"),
                        "en-GB",
                        List.of(
                                new Section("world", "World", List.of("medtop:11000000", "medtop:16000000")),
                                new Section("sport", "Sport", List.of()))));
        assertThat(promos.running("world"))
                .containsExactly(new Promo("Follow our channel", "https://harbourtimes.example/channel"));
    }

    @Test
    void puttingTheSameTwiceChangesNothing() {
        put(HARBOUR_TIMES);
        Masthead first = mastheads.current();

        assertThat(put(HARBOUR_TIMES)).hasStatus(204);

        assertThat(mastheads.current()).isEqualTo(first);
        assertThat(promos.running("")).hasSize(1);
    }

    @Test
    void sectionsChangePlacesByBeingSentInAnotherOrder() {
        put(HARBOUR_TIMES);

        put(HARBOUR_TIMES
                .replace("\"slug\":\"world\",\"name\":\"World\"", "\"slug\":\"x\",\"name\":\"X\"")
                .replace("\"slug\":\"sport\",\"name\":\"Sport\"", "\"slug\":\"world\",\"name\":\"The World\"")
                .replace("\"slug\":\"x\",\"name\":\"X\"", "\"slug\":\"sport\",\"name\":\"Sport\""));

        assertThat(mastheads.current().sections()).extracting(Section::name).containsExactly("Sport", "The World");
    }

    @Test
    void aSectionThatStillHasStoriesCannotBeLeftOut() {
        press.publish(Stories.headed("Ferry to float books").in("culture").print());

        MvcTestResult answer = put(HARBOUR_TIMES);

        assertThat(answer)
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.faults[0].sentence")
                .asString()
                .contains("“culture” cannot be left out: it still has 1 stories");
        assertThat(mastheads.current().sections()).hasSize(6);
    }

    @Test
    void everyFaultIsNamedWithItsPlace() {
        MvcTestResult answer = put("""
                {"name":" ","timeZone":"Harbour/Time","language":"English",
                 "sections":[{"slug":"desk","name":"Desk"},{"slug":"World","name":""},null,
                             {"slug":"sport","name":"Sport"},{"slug":"sport","name":"Sport"}],
                 "promos":[{"words":"x","href":"javascript:alert(1)","section":"weather",
                            "startsAt":"2026-01-02T00:00:00Z","endsAt":"2026-01-01T00:00:00Z"}]}
                """);

        assertThat(answer)
                .hasStatus(422)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.faults[*].field")
                .asArray()
                .contains(
                        "name",
                        "timeZone",
                        "language",
                        "sections[0].slug",
                        "sections[1].slug",
                        "sections[1].name",
                        "sections[2].slug",
                        "sections[4].slug",
                        "promos[0].id",
                        "promos[0].href",
                        "promos[0].section",
                        "promos[0].endsAt");
        assertThat(mastheads.current().sections()).hasSize(6);
    }

    @Test
    void whatIsNoMastheadIsRefusedWithASentence() {
        for (String hostile : List.of("", "[]", "{\"sections\":7}", "{\"promos\":[{\"startsAt\":\"soon\"}]}", "null")) {
            MvcTestResult answer = put(hostile);
            assertThat(answer).as(hostile).hasStatus(400);
            assertThat(answer).as(hostile).bodyText().contains("cannot be read");
        }
    }

    @Test
    void onlyTheHouseMayChangeTheMasthead() {
        assertThat(house.put()
                        .uri("/api/masthead")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(HARBOUR_TIMES)
                        .with(request -> {
                            request.setLocalPort(internalPort.number());
                            request.setServletPath("/api/masthead");
                            request.setPathInfo(null);
                            return request;
                        }))
                .hasStatus(401);
        assertThat(house.put()
                        .uri("/api/masthead")
                        .header("Authorization", "Bearer a-token-for-the-tests-only")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(HARBOUR_TIMES)
                        .with(request -> {
                            request.setServletPath("/api/masthead");
                            request.setPathInfo(null);
                            return request;
                        }))
                .hasStatus(404);
    }

    private MvcTestResult put(String masthead) {
        return house.put()
                .uri("/api/masthead")
                .header("Authorization", "Bearer a-token-for-the-tests-only")
                .contentType(MediaType.APPLICATION_JSON)
                .content(masthead)
                .with(request -> {
                    request.setLocalPort(internalPort.number());
                    request.setServletPath("/api/masthead");
                    request.setPathInfo(null);
                    return request;
                })
                .exchange();
    }
}
