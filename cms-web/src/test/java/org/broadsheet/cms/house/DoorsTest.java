package org.broadsheet.cms.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Visitor;
import org.broadsheet.cms.picture.PictureStore;
import org.broadsheet.cms.wire.WireCopy;
import org.broadsheet.core.picture.PictureHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NewsroomTest
class DoorsTest {

    private static final String[] SERVICE = {"Authorization", "Bearer " + NewsroomTest.TOKEN};

    @Autowired
    Newsroom.People people;

    @Autowired
    PictureStore store;

    @BeforeEach
    void printNewspaper() {
        people.printNewspaper();
    }

    @Test
    void theInternalApiIsNotOnThePublicPort() {
        for (String path :
                new String[] {"/api/log", "/api/status", "/api/masthead", "/api", "/actuator", "/actuator/env"}) {
            assertThat(people.visitor().get(path, SERVICE).status()).as(path).isEqualTo(404);
        }
        assertThat(people.visitor().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void nothingElseIsOnTheInternalPort() {
        for (String path :
                new String[] {"/", "/desk", "/desk/sign-in", "/desk/api/wire", "/world", "/house/notice.css"}) {
            assertThat(people.internal().get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(people.internal().get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void whoShowsNoTokenOrAnotherIsNotAnswered() {
        Visitor stranger = new Visitor(people.internalPort(), null);

        Visitor.Answer answer = stranger.get("/api/log");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(stranger.get("/api/log", "Authorization", "Bearer the-token-of-another-house")
                        .status())
                .isEqualTo(401);
        assertThat(stranger.put("/api/staff/somebody", "{}").status()).isEqualTo(401);
        assertThat(stranger.get("/actuator/health").status()).isEqualTo(200);
    }

    @Test
    void anOriginalIsGivenToOurOwnServicesByteForByte() {
        byte[] original = WireCopy.jpeg();
        PictureHash hash = PictureHash.of(original);
        store.keep(original, "image/jpeg");

        HttpResponse<byte[]> answer = people.internal().bytes("/api/pictures/" + hash);

        assertThat(answer.body()).isEqualTo(original);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        problem(people.internal().get("/api/pictures/" + "a".repeat(64)), 404, "");
        problem(people.internal().get("/api/pictures/nothing"), 400, "hexadecimal");
        assertThat(people.visitor().get("/api/pictures/" + hash, SERVICE).status())
                .isEqualTo(404);
    }

    @Test
    void theStatusSaysHowFarTheWireIsAndThatTheDatabaseIsNotDurable() {
        JsonNode status = people.internal().get("/api/status").json();

        assertThat(status.at("/part").asString()).isEqualTo("cms-web");
        assertThat(status.at("/readers/0/log").asString()).isEqualTo("wire");
        assertThat(status.at("/remarks").toString()).contains("fsync=off");
    }

    @Test
    void aReaderGetsNoCookieAndAStrictPolicy() {
        for (String path : new String[] {"/", "/world", "/no-such-page", "/world/no-such-story"}) {
            Visitor.Answer answer = people.visitor().get(path);
            assertThat(answer.header("Set-Cookie")).as(path).isEmpty();
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .contains("default-src 'self'")
                    .contains("script-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        }
    }

    @Test
    void theDesksPolicyCarriesADifferentNonceEachTime() {
        Visitor visitor = people.visitor();
        String one = visitor.get("/desk/sign-in").header("Content-Security-Policy");
        String two = visitor.get("/desk/sign-in").header("Content-Security-Policy");

        assertThat(one)
                .contains("script-src 'self' 'nonce-")
                .doesNotContain("unsafe")
                .isNotEqualTo(two);
    }

    @Test
    void badRequestsAreProblemsThatNameWhatIsWrong() {
        Visitor editor = people.signedIn(people.editor());

        problem(editor.get("/desk/api/wire?limit=nine"), 400, "limit");
        problem(editor.get("/desk/api/wire?limit=9999"), 400, "limit");
        problem(editor.get("/desk/api/wire?show=hidden"), 400, "show");
        problem(editor.get("/desk/api/wire/item?provider=a&guid=b%00c"), 400, "character");
        problem(editor.get("/desk/api/stories/not-a-story"), 400, "id");
        problem(editor.get("/desk/api/nothing"), 404, "");
        problem(editor.post("/desk/api/wire", "{}"), 405, "");
        problem(editor.post("/desk/api/wire/take", "{"), 400, "not JSON");
        problem(editor.post("/desk/api/wire/take", "{\"provider\": [1]}"), 400, "provider");
        problem(editor.post("/desk/api/wire/take", "{\"provider\": \"a\"}"), 400, "guid");
        problem(editor.post("/desk/api/wire/take", ""), 400, "no body");
        problem(people.internal().get("/api/log?after=-1"), 400, "after");
        problem(people.internal().get("/api/nothing"), 404, "");
    }

    @Test
    void aStoryWithALinkThatCouldRunAScriptIsRefusedByName() {
        Visitor editor = people.signedIn(people.editor());
        String content = """
                {"version": 1, "content": {"headline": "", "kicker": "", "standfirst": "", "slugline": "", "section": "",
                 "bylines": [], "dateline": {}, "signOff": {"contributions": []}, "pictures": [], "subjects": [],
                 "body": [{"type": "paragraph", "content": [{"type": "text", "text": "x",
                   "marks": [{"type": "link", "href": "javascript:alert(1)"}]}]}]}}
                """;

        problem(editor.put("/desk/api/stories/00000000-0000-0000-0000-000000000001", content), 400, "body");
    }

    @Test
    void aRequestLongerThanAnyStoryIsNotRead() {
        Visitor editor = people.signedIn(people.editor());
        String endless = "{\"provider\": \"" + "x".repeat(5 * 1024 * 1024) + "\"}";

        assertThat(editor.post("/desk/api/wire/take", endless).status()).isEqualTo(413);
        HttpRequest.Builder unmeasured = editor.request("/desk/api/wire/take", "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.fromPublisher(HttpRequest.BodyPublishers.ofString(endless)));
        assertThat(editor.send(unmeasured).status()).isIn(400, 403, 413);
    }

    @Test
    void aPageThatIsNotThereIsAPlainNotice() {
        Visitor.Answer answer = people.signedIn(people.editor()).get("/desk/no-such-page");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).doesNotContain("Whitelabel").doesNotContain("Exception");
        assertThat(people.visitor().get("/error").status()).isEqualTo(404);
        assertThat(people.visitor().form("/world", Map.of("a", "b")).status()).isEqualTo(405);
    }

    private static void problem(Visitor.Answer answer, int status, String named) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith("application/problem+json");
        assertThat(answer.body()).contains(named).doesNotContain("Exception").doesNotContain("org.broadsheet");
    }
}
