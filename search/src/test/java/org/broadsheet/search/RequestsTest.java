package org.broadsheet.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;

/// Who may ask, and what a question must look like.
class RequestsTest {

    private static Library library;

    @BeforeAll
    static void openTheLibrary() {
        library = Library.open();
        library.publish(Copy.harbourFees());
        library.caughtUp();
    }

    @AfterAll
    static void closeTheLibrary() {
        library.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/find?q=harbour",
                "/api/related?story=7f2c1f5e-0000-4000-8000-000000000000",
                "/api/stories/7f2c1f5e-0000-4000-8000-000000000000",
                "/api/status",
                "/api/../api/status",
                "/",
                "/actuator",
                "/actuator/health/",
                "/actuator/health/index",
                "/error"
            })
    void tokenlessRequestsGet401(String path) {
        Library.Answer answer = library.ask(path, Map.of());

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aWrongTokenGets401() {
        assertThat(library.ask("/api/status", Map.of("Authorization", "Bearer " + Library.TOKEN + "x"))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthMayBeAskedByAnyone(String path) {
        Library.Answer answer = library.ask(path, Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("status").asString()).isEqualTo("UP");
        assertThat(answer.body().has("components")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/find",
                "/api/find?q=",
                "/api/find?q=%20",
                "/api/find?q=harbour&limit=0",
                "/api/find?q=harbour&limit=101",
                "/api/find?q=harbour&limit=ten",
                "/api/find?q=harbour&from=-1",
                "/api/find?q=harbour&from=9999",
                "/api/find?q=harbour&from=99999999999999",
                "/api/related",
                "/api/related?story=harbour-fees",
                "/api/related?story=7f2c1f5e-0000-4000-8000-000000000000&limit=0",
                "/api/related?story=7f2c1f5e-0000-4000-8000-000000000000&limit=51",
                "/api/stories/harbour-fees"
            })
    void aQuestionOutOfBoundsIsRefusedInASentence(String path) {
        Library.Answer answer = library.ask(path);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().get("detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"", "(((", "a AND OR", "*", "-", "\u0000", "\uD83D\uDEA2", "<script>", "{\"match_all\":{}}"})
    void noQuestionMakesItStumble(String words) {
        Library.Answer answer = library.find(words);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().get("total").asInt()).isZero();
    }

    @Test
    void questionsAreAnsweredByThePage() {
        for (int i = 0; i < 5; i++) {
            library.publish(Copy.story("Lighthouse keeper number " + i + " retires", "Words."));
        }
        library.caughtUp();

        Library.Answer first = library.ask("/api/find?q=lighthouse&limit=3");
        Library.Answer second = library.ask("/api/find?q=lighthouse&limit=3&from=3");

        assertThat(first.body().get("total").asInt()).isEqualTo(5);
        assertThat(Library.ids(first)).hasSize(3);
        assertThat(Library.ids(second)).hasSize(2).doesNotContainAnyElementsOf(Library.ids(first));
        assertThat(first.body().at("/stories/0/headline").asString()).startsWith("Lighthouse keeper");
        assertThat(first.body().at("/stories/0/section").asString()).isEqualTo("world");
    }

    @Test
    void aWordIsFoundWhateverItsFormCaseAndAccents() {
        UUID story = library.publish(Copy.story("Café owners’ association wins", "The minister’s ruling stands."))
                .id();
        library.caughtUp();

        assertThat(library.found("CAFES owner")).containsExactly(story);
        assertThat(library.found("ministers rulings")).containsExactly(story);
    }

    @Test
    void aStoryThatIsNotInTheIndexIsUnknown() {
        UUID nobody = UUID.randomUUID();

        assertThat(library.related(nobody).status()).isEqualTo(404);
        assertThat(library.ask("/api/stories/" + nobody).status()).isEqualTo(404);
        assertThat(library.related(nobody).header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void theStatusSaysHowFarTheReadersAre() {
        library.caughtUp();

        var status = library.ask("/api/status").body();

        assertThat(status.get("part").asString()).isEqualTo("search");
        assertThat(status.get("remarks")).isEmpty();
        assertThat(status.at("/readers/0/log").asString()).isEqualTo("publication");
        assertThat(status.at("/readers/0/trouble").isNull()).isTrue();
        assertThat(status.at("/readers/1/log").asString()).isEqualTo("wire");
    }

    @Test
    void withoutATokenTheServiceDoesNotStart() {
        assertThatThrownBy(() -> new SpringApplicationBuilder(SearchService.class)
                        .run("--server.port=0", "--spring.main.banner-mode=off", "--logging.level.root=off"))
                .rootCause()
                .hasMessageContaining("serviceToken");
    }
}
