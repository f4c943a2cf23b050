package org.broadsheet.cms.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.broadsheet.cms.Visitor;
import org.broadsheet.cms.wire.WireCopy;
import org.broadsheet.core.desk.Refusal;
import org.broadsheet.core.desk.Role;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.publication.PublicationEvent;
import org.broadsheet.core.story.StoryContent;
import org.broadsheet.core.wire.WireItem;
import org.broadsheet.core.wire.WirePicture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What holds of the rights of pictures after publication: pages change by themselves, and at once where somebody says.
class PictureRightsTest extends AtTheCopyDesk {

    private static final Duration BY_ITSELF = Duration.ofSeconds(30);

    @Autowired
    JdbcClient database;

    @Autowired
    JsonMapper json;

    @AfterEach
    void theRulesOfTheHouse() {
        database.sql("DELETE FROM picture_rules").update();
    }

    @Test
    void aPictureTakenDownIsOffThePageAndThePageShowsTheNext() {
        Front front = published("", "");
        Visitor reader = people.visitor();
        StoryView before = view(front.story);
        assertThat(reader.get(front.address).body()).contains(front.lead.value());
        assertThat(reader.get(rendition(front.lead)).status()).isEqualTo(200);

        JsonNode answer = takeDown(front.lead, "The family asked for it");

        assertThat(answer.path("stories").asInt()).isEqualTo(1);
        String page = reader.get(front.address).body();
        assertThat(page).doesNotContain(front.lead.value()).contains(front.spare.value());
        assertThat(reader.get(rendition(front.lead)).status()).isEqualTo(404);
        assertThat(reader.get(rendition(front.spare)).status()).isEqualTo(200);
        assertThat(events(front.story)).last().isInstanceOfSatisfying(PublicationEvent.StoryPublished.class, event -> {
            assertThat(event.story().picture().hash()).isEqualTo(front.spare);
            assertThat(event.story().revision()).isEqualTo(before.version());
        });
        StoryView after = view(front.story);
        assertThat(after.version()).isEqualTo(before.version());
        assertThat(after.content()).isEqualTo(before.content());
        assertThat(after.history().getFirst().what()).isEqualTo("picture-off");
        assertThat(after.checks()).anySatisfy(check -> {
            assertThat(check.code()).isEqualTo("picture-taken-down");
            assertThat(check.field()).isEqualTo("pictures[0]");
            assertThat(check.sentence()).contains("The family asked for it").contains("Take another picture.");
        });
        assertThat(codes(desk.publish(front.story, after.version(), null, people.editor())))
                .containsExactly("picture-taken-down");
        assertThat(people.auditOf(front.story, "picture-off")).contains(front.lead.value());
        assertThat(database.sql("SELECT details::text FROM audit WHERE action = 'picture-taken-down' ORDER BY id DESC")
                        .query(String.class)
                        .list()
                        .getFirst())
                .contains("tookMillis", "The family asked for it", front.lead.value());
    }

    @Test
    void aPictureAllowedAgainIsBackOnItsPage() {
        Front front = published("", "");
        takeDown(front.lead, "Taken for somebody else");

        JsonNode answer = act(front.lead, "allow", "It is him after all");

        assertThat(answer.path("stories").asInt()).isEqualTo(1);
        assertThat(people.visitor().get(front.address).body()).contains(front.lead.value());
        assertThat(people.visitor().get(rendition(front.lead)).status()).isEqualTo(200);
        assertThat(view(front.story).history().getFirst().what()).isEqualTo("picture-back");
    }

    @Test
    void takingDownNeedsAReasonAndThePrivilege() {
        Front front = published("", "");
        Visitor editor = people.signedIn(people.editor());
        String address = "/desk/api/pictures/" + front.lead + "/take-down";

        Visitor.Answer without = editor.post(address, "{\"reason\": \" \"}");
        Visitor.Answer bySomebody = people.signedIn(people.reporter()).post(address, "{\"reason\": \"I want to\"}");
        Visitor.Answer unknown = editor.post(
                "/desk/api/pictures/" + PictureHash.of(new byte[] {9}) + "/take-down", "{\"reason\": \"None\"}");

        assertThat(without.status()).isEqualTo(422);
        assertThat(without.json().at("/refusals/0/field").asString()).isEqualTo("reason");
        assertThat(bySomebody.status()).isEqualTo(403);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(people.visitor().get(front.address).body()).contains(front.lead.value());
    }

    @Test
    void twoHundredPagesLoseAPictureWithinTwoSeconds() {
        Front front = published("", "");
        copies(front.story, 200);
        assertThat(people.count("published_picture", "hash = ?", front.lead.value()))
                .isEqualTo(201);
        Visitor editor = people.signedIn(people.editor());

        long asked = System.nanoTime();
        Visitor.Answer answer = editor.post(
                "/desk/api/pictures/" + front.lead + "/take-down", "{\"reason\": \"The court has said so\"}");
        Duration took = Duration.ofNanos(System.nanoTime() - asked);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.json().path("stories").asInt()).isEqualTo(201);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
        assertThat(people.count("published_picture", "hash = ?", front.lead.value()))
                .isZero();
        assertThat(people.count("published_story", "story::text LIKE ?", "%" + front.lead + "%"))
                .isZero();
        assertThat(people.visitor()
                        .get(front.address.replace("/harbour", "/copy-7-harbour"))
                        .body())
                .doesNotContain(front.lead.value());
    }

    @Test
    void whoeverPublishesWhileAPictureIsTakenDownDoesNotBringItBack() throws Exception {
        Front front = published("", "");
        StoryContent content = view(front.story).content();
        int[] version = {view(front.story).version()};

        allAtOnce(2, number -> {
            if (number == 0) {
                takeDown(front.lead, "Now");
            } else {
                for (int i = 0; i < 10; i++) {
                    int saved = done(desk.save(front.story, version[0], content, people.editor()))
                            .version();
                    version[0] = desk.publish(front.story, saved, null, people.editor())
                                    instanceof Outcome.Done<CopyDesk.Out> out
                            ? out.result().version()
                            : saved;
                }
            }
            return null;
        });

        assertThat(people.count("published_picture", "hash = ?", front.lead.value()))
                .isZero();
        assertThat(people.visitor().get(front.address).body()).doesNotContain(front.lead.value());
    }

    @Test
    void aPictureTheAgencyWithdrawsComesOffThePageByItself() {
        Front front = published("", "");
        front.leadCopy.version = 2;
        front.leadCopy.status = WireItem.Status.CANCELED;

        wire.sends(front.leadCopy.item());

        await().atMost(BY_ITSELF)
                .untilAsserted(
                        () -> assertThat(people.visitor().get(front.address).body())
                                .doesNotContain(front.lead.value())
                                .contains(front.spare.value()));
        assertThat(notices())
                .anySatisfy(notice -> assertThat(notice.toString()).contains("withdrawn", "ended", front.lead.value()));
    }

    @Test
    void termsThatComeLateWithADayThatIsOverTakeThePictureOff() {
        Front front = published("", null);
        front.leadCopy.version = 2;
        front.leadCopy.picture = instructed(front.leadCopy.picture, "NO USE AFTER 3 March 2026");

        wire.sends(front.leadCopy.item());

        await().atMost(BY_ITSELF)
                .untilAsserted(() ->
                        assertThat(people.visitor().get(front.address).body()).doesNotContain(front.lead.value()));
        assertThat(events(front.story))
                .last()
                .isInstanceOfSatisfying(
                        PublicationEvent.StoryPublished.class,
                        event -> assertThat(event.story().picture()).isNull());
        assertThat(codes(desk.publish(front.story, view(front.story).version(), null, people.editor())))
                .containsExactly("picture-right-ended");
    }

    @Test
    void aPictureThatMustNotBeArchivedIsAnnouncedTheDayBeforeAndGoesWhenItsTimeIsOver() {
        Front front = published("NO ARCHIVES", "");
        Visitor desk = people.signedIn(pictureEditor());

        shownSince(front.lead, "29 days 12 hours");
        await().atMost(BY_ITSELF)
                .untilAsserted(() -> assertThat(notices()).anySatisfy(notice -> {
                    assertThat(notice.path("hash").asString()).isEqualTo(front.lead.value());
                    assertThat(notice.path("kind").asString()).isEqualTo("ending");
                    assertThat(notice.at("/pages/0/address").asString()).isEqualTo(front.address);
                }));
        assertThat(people.visitor().get(front.address).body()).contains(front.lead.value());
        JsonNode rights =
                desk.get("/desk/api/pictures/" + front.lead + "/rights").json();
        assertThat(rights.path("state").asString()).isEqualTo("ending");
        assertThat(rights.at("/pages/0/shows").asString()).isEqualTo("this");

        shownSince(front.lead, "30 days 1 second");
        await().atMost(BY_ITSELF)
                .untilAsserted(
                        () -> assertThat(people.visitor().get(front.address).body())
                                .doesNotContain(front.lead.value())
                                .contains(front.spare.value()));
        List<JsonNode> told = notices().stream()
                .filter(notice -> notice.path("hash").asString().equals(front.lead.value()))
                .toList();
        assertThat(told).singleElement().satisfies(notice -> {
            assertThat(notice.path("kind").asString()).isEqualTo("ended");
            assertThat(notice.at("/pages/0/shows").asString()).isEqualTo("fallback");
        });

        desk.post("/desk/api/picture-notices/" + told.getFirst().path("id").asLong() + "/seen", "{}");
        assertThat(notices()).noneMatch(notice -> notice.path("hash").asString().equals(front.lead.value()));
    }

    @Test
    void aPictureForOneUseIsRefusedOnASecondStory() {
        Front front = published("ONE TIME USE ONLY", "");
        UUID second = takenFrom(WireCopy.harbourFees().linking(front.leadCopy));

        List<Refusal> refusals = refusals(desk.publish(second, 1, null, people.editor()));

        assertThat(refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("picture-used-once");
            assertThat(refusal.sentence()).contains("stands on another story", "Take another picture");
            assertThat(refusal.field()).isEqualTo("pictures[0]");
        });
        // The first may go on: it was there before.
        done(desk.publish(front.story, view(front.story).version(), null, people.editor()));
    }

    @Test
    void theNewsroomSaysHowMuchACheckWeighs() {
        WireCopy picture = WireCopy.picture(wire.holds(WireCopy.jpeg()));
        UUID id = takenFrom(WireCopy.harbourFees().linking(picture), picture);
        assertThat(view(id).checks()).anyMatch(check -> check.code().equals("person-missing"));
        ObjectNode rules = rules();
        ((ObjectNode) rules.path("levels")).put("person-missing", "blocks").put("place-missing", "silent");

        Visitor.Answer set = people.signedIn(pictureEditor()).put("/desk/api/picture-rules", rules.toString());

        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(refusals(desk.publish(id, 1, null, people.editor())))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("person-missing");
                    assertThat(refusal.field()).isEqualTo("pictures[0].caption");
                    assertThat(refusal.sentence()).startsWith("Picture 1 names nobody");
                });
        assertThat(people.visitor().get("/desk/api/picture-rules").status()).isNotEqualTo(200);
    }

    @Test
    void rulesSetByTwoAtOnceAreNotLostAndFaultsAreNamedByTheirLines() {
        Visitor desk = people.signedIn(pictureEditor());
        ObjectNode rules = rules();
        ObjectNode wrong = rules();
        wrong.put("usageTable", "NARCH ⇒ no-archive\nNO CIRCUS\nSALESOUT ⇒ no-circus\n");

        assertThat(desk.put("/desk/api/picture-rules", rules.toString()).status())
                .isEqualTo(200);
        Visitor.Answer stale = desk.put("/desk/api/picture-rules", rules.toString());
        Visitor.Answer faulty =
                desk.put("/desk/api/picture-rules", wrong.put("version", 1).toString());
        Visitor.Answer reporter = people.signedIn(people.reporter())
                .put("/desk/api/picture-rules", rules.put("version", 1).toString());
        Visitor.Answer rehearsal = desk.post(
                "/desk/api/picture-rules/rehearsal",
                json.writeValueAsString(
                        java.util.Map.of("text", "NARCH. USA OUT. For the prince alone", "usageTable", "")));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().at("/current/version").asInt()).isEqualTo(1);
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.json().path("faults").findValuesAsString("field"))
                .containsExactly("usageTable:2", "usageTable:3");
        assertThat(reporter.status()).isEqualTo(403);
        assertThat(rehearsal.json().path("rules").findValuesAsString("kind")).containsExactly("no-archive", "not-in");
        assertThat(rehearsal.json().path("notUnderstood").get(0).asString()).contains("prince");
        assertThat(people.count("audit", "action = 'picture-rules-set'")).isPositive();
    }

    private org.broadsheet.cms.staff.StaffMember pictureEditor() {
        return people.member("petra.linde", "Petra Linde", Role.PICTURE_EDITOR);
    }

    private ObjectNode rules() {
        return (ObjectNode) people.signedIn(pictureEditor())
                .get("/desk/api/picture-rules")
                .json()
                .path("rules");
    }

    private List<JsonNode> notices() {
        return people.signedIn(pictureEditor())
                .get("/desk/api/picture-notices")
                .json()
                .path("notices")
                .valueStream()
                .toList();
    }

    private JsonNode takeDown(PictureHash hash, String reason) {
        return act(hash, "take-down", reason);
    }

    private JsonNode act(PictureHash hash, String what, String reason) {
        Visitor.Answer answer = people.signedIn(people.editor())
                .post("/desk/api/pictures/" + hash + "/" + what, "{\"reason\": \"" + reason + "\"}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    /// A public story with a picture in the first place and, where asked for, another to fall back on.
    ///
    /// @param spare the other's instructions; `null`: there is no other
    private Front published(String instructions, String spare) {
        WireCopy lead = WireCopy.picture(wire.holds(WireCopy.jpeg()));
        lead.picture = instructed(lead.picture, instructions);
        WireCopy copy = WireCopy.harbourFees().linking(lead);
        copy.headline = "Harbour " + UUID.randomUUID();
        wire.sends(lead.item());
        PictureHash next = null;
        if (spare != null) {
            WireCopy other = WireCopy.picture(wire.holds(WireCopy.jpeg()));
            other.picture = instructed(other.picture, spare);
            copy.linking(other);
            wire.sends(other.item());
            next = other.picture.hash();
        }
        UUID id = takenFrom(copy);
        String address = done(desk.publish(id, 1, null, people.editor())).publicAddress();
        return new Front(id, address, lead.picture.hash(), next, lead);
    }

    private static WirePicture instructed(WirePicture picture, String instructions) {
        return new WirePicture(
                picture.hash(),
                picture.fileName(),
                picture.mimeType(),
                picture.width(),
                picture.height(),
                picture.caption(),
                picture.credit(),
                picture.creditAsSent(),
                picture.alt(),
                instructions);
    }

    /// As if the picture had been shown for so long; the clock itself is the database's and stays.
    private void shownSince(PictureHash hash, String ago) {
        database.sql("UPDATE picture_on_story SET shown_since = now() - ?::interval WHERE hash = ?")
                .params(ago, hash.value())
                .update();
        database.sql("UPDATE picture_look SET next_at = now() WHERE hash = ?")
                .param(hash.value())
                .update();
    }

    /// The same story many times, each public under an address of its own.
    private void copies(UUID story, int many) {
        database.sql("""
            WITH copy AS (
                SELECT gen_random_uuid() AS id, n FROM generate_series(1, :many) AS n),
            stories AS (
                INSERT INTO story SELECT (jsonb_populate_record(s, jsonb_build_object(
                    'id', copy.id, 'wire_guid', NULL, 'wire_provider', NULL))).*
                FROM story s, copy WHERE s.id = :story),
            revisions AS (
                INSERT INTO revision SELECT (jsonb_populate_record(r, jsonb_build_object('story', copy.id))).*
                FROM revision r, copy WHERE r.story = :story),
            slugs AS (
                INSERT INTO slug SELECT 'copy-' || copy.n || '-' || s.slug, copy.id, s.used_at
                FROM slug s, copy WHERE s.story = :story),
            pages AS (
                INSERT INTO published_story SELECT (jsonb_populate_record(p, jsonb_build_object(
                    'id', copy.id, 'slug', 'copy-' || copy.n || '-' || p.slug,
                    'story', p.story || jsonb_build_object(
                        'id', copy.id, 'slug', 'copy-' || copy.n || '-' || p.slug)))).*
                FROM published_story p, copy WHERE p.id = :story),
            carried AS (
                INSERT INTO picture_on_story (story, hash, shown_since)
                SELECT copy.id, hash, shown_since FROM picture_on_story o, copy WHERE o.story = :story)
            INSERT INTO published_picture (story, hash)
            SELECT copy.id, hash FROM published_picture o, copy WHERE o.story = :story
            """).param("story", story).param("many", many).update();
    }

    private static String rendition(PictureHash hash) {
        return "/pictures/" + hash + "/480.jpg";
    }

    private record Front(UUID story, String address, PictureHash lead, PictureHash spare, WireCopy leadCopy) {}
}
