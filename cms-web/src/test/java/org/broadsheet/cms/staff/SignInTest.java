package org.broadsheet.cms.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Visitor;
import org.broadsheet.core.desk.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@NewsroomTest
class SignInTest {

    @Autowired
    Newsroom.People people;

    @Autowired
    Staff staff;

    @BeforeEach
    void printNewspaper() {
        people.printNewspaper();
    }

    @Test
    void whoIsNotSignedInIsLedToTheDoor() {
        Visitor visitor = people.visitor();

        assertThat(visitor.get("/desk/wire").status()).isEqualTo(302);
        assertThat(visitor.get("/desk/wire").header("Location")).isEqualTo("/desk/sign-in");
        assertThat(visitor.get("/desk/stories/1").status()).isEqualTo(302);
        Visitor.Answer program = visitor.get("/desk/api/wire");
        assertThat(program.status()).isEqualTo(401);
        assertThat(program.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(visitor.get("/desk/wire/events").status()).isEqualTo(401);
        assertThat(visitor.get("/desk/pictures/" + "a".repeat(64)).status()).isEqualTo(302);
    }

    @Test
    void theSessionsCookieIsForTheDeskAloneAndOutOfReachOfScripts() {
        Visitor visitor = people.visitor();
        StaffMember editor = people.editor();

        visitor.signIn(editor.login(), Newsroom.PASSWORD);

        assertThat(visitor.cookies()).singleElement().satisfies(cookie -> {
            assertThat(cookie.getName()).isEqualTo("broadsheet-desk");
            assertThat(cookie.getPath()).isEqualTo("/desk");
            assertThat(cookie.isHttpOnly()).isTrue();
        });
        assertThat(people.visitor().get("/desk/sign-in").header("Set-Cookie"))
                .contains("SameSite=Lax")
                .contains("HttpOnly");
    }

    @Test
    void whoSignsInGetsTheirPageAndANewSession() {
        Visitor visitor = people.visitor();
        StaffMember editor = people.editor();
        visitor.get("/desk/stories");
        String before = visitor.cookies().getFirst().getValue();

        Visitor.Answer answer = visitor.signIn(editor.login(), Newsroom.PASSWORD);

        assertThat(answer.header("Location")).contains("/desk/stories");
        assertThat(visitor.cookies().getFirst().getValue()).isNotEqualTo(before);
        assertThat(visitor.get("/desk/api/wire").status()).isEqualTo(200);
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        StaffMember editor = people.editor();

        Visitor.Answer wrong = people.visitor().signIn(editor.login(), "not the password");
        Visitor.Answer unknown = people.visitor().signIn("nobody.here", "not the password");
        Visitor.Answer strange = people.visitor().signIn("no/body\u0001 here", "not the password");

        assertThat(wrong.header("Location")).endsWith("/desk/sign-in?refused");
        assertThat(unknown.header("Location")).isEqualTo(wrong.header("Location"));
        assertThat(strange.header("Location")).isEqualTo(wrong.header("Location"));
    }

    @Test
    void signInIsThrottled() {
        StaffMember member = people.member("mika.solberg", "Mika Solberg", Role.REPORTER);
        for (int i = 0; i < 5; i++) {
            assertThat(people.visitor().signIn(member.login(), "guess " + i).header("Location"))
                    .endsWith("?refused");
        }

        assertThat(people.visitor().signIn(member.login(), Newsroom.PASSWORD).header("Location"))
                .endsWith("?throttled");
        assertThat(people.visitor()
                        .signIn(people.editor().login(), Newsroom.PASSWORD)
                        .header("Location"))
                .endsWith("/desk");
    }

    @Test
    void aRequestWithoutThePagesTokenIsRefused() {
        Visitor editor = people.signedIn(people.editor());

        Visitor.Answer forged = editor.send(editor.request("/desk/api/wire/take", "Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(forged.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(people.visitor()
                        .form("/desk/sign-in", Map.of("login", "a", "password", "b"))
                        .header("Location"))
                .endsWith("?expired");
    }

    @Test
    void aRoleTakenAwayCountsAtOnce() {
        StaffMember member = people.member("ada.brand", "Ada Brand", Role.EDITOR);
        Visitor visitor = people.signedIn(member);

        staff.put(member.login(), member.name(), Newsroom.PASSWORD, Set.of(Role.REPORTER), null);

        Visitor.Answer answer =
                visitor.post("/desk/api/stories/00000000-0000-0000-0000-000000000001/publish", "{\"version\": 1}");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().at("/refusals/0/code").asString()).isEqualTo("not-allowed");
    }

    @Test
    void whoGetsANewPasswordHasToSignInAgainAndTheSameEntryTwiceChangesNothing() {
        StaffMember member = people.member("jon.eide", "Jon Eide", Role.EDITOR);
        Visitor visitor = people.signedIn(member);
        String same = """
                {"name": "Jon Eide", "password": "%s", "roles": ["EDITOR"]}""".formatted(Newsroom.PASSWORD);
        assertThat(people.internal().put("/api/staff/jon.eide", same).status()).isEqualTo(200);
        assertThat(visitor.get("/desk/api/wire").status()).isEqualTo(200);

        String other = """
                {"name": "Jon Eide", "password": "another good password", "roles": ["EDITOR"]}""";
        assertThat(people.internal().put("/api/staff/jon.eide", other).status()).isEqualTo(200);

        assertThat(visitor.get("/desk/api/wire").status()).isEqualTo(401);
        assertThat(people.visitor().signIn("jon.eide", "another good password").header("Location"))
                .endsWith("/desk");
    }

    @Test
    void staffAreEnteredOnTheInternalPortAndABadEntrySaysWhy() {
        String good = """
                {"name": "Eva Lind", "password": "a long password", "roles": ["REPORTER", "SUB_EDITOR"], "section": "world"}""";

        assertThat(people.internal().put("/api/staff/eva.lind", good).status()).isEqualTo(201);
        assertThat(staff.find("eva.lind").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.REPORTER, Role.SUB_EDITOR);
        assertThat(people.internal().put("/api/staff/Eva%20Lind", good).body()).contains("lower-case");
        assertThat(people.internal()
                        .put("/api/staff/eva.lind", good.replace("world", "gardening"))
                        .body())
                .contains("gardening");
        assertThat(people.internal()
                        .put("/api/staff/eva.lind", good.replace("a long password", "short"))
                        .json()
                        .at("/faults/0/field")
                        .asString())
                .isEqualTo("password");
        assertThat(people.internal()
                        .put("/api/staff/eva.lind", good.replace("REPORTER", "KING"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whoSignsOutIsOut() {
        Visitor visitor = people.signedIn(people.editor());
        Visitor sameSession = visitor.at(people.port());
        Visitor.Answer page = visitor.get("/desk/wire");
        var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page.body());
        assertThat(token.find()).isTrue();

        visitor.form("/desk/sign-out", Map.of("_csrf", token.group(1)));

        assertThat(visitor.get("/desk/api/wire").status()).isEqualTo(401);
        assertThat(sameSession.get("/desk/api/wire").status()).isEqualTo(401);
    }
}
