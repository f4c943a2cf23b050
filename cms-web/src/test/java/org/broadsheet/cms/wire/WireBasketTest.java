package org.broadsheet.cms.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.broadsheet.cms.Newsroom;
import org.broadsheet.cms.NewsroomTest;
import org.broadsheet.cms.Visitor;
import org.broadsheet.core.picture.PictureHash;
import org.broadsheet.core.subject.Subject;
import org.broadsheet.core.wire.Routing;
import org.broadsheet.core.wire.WireItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@NewsroomTest
class WireBasketTest {

    @Autowired
    Newsroom.People people;

    @Autowired
    FakeWire wire;

    @Autowired
    BasketEvents events;

    @Autowired
    Ageing ageing;

    Visitor editor;

    @BeforeEach
    void signIn() {
        people.printNewspaper();
        editor = people.signedIn(people.editor());
    }

    @Test
    void whatIsTakenLeavesTheUntakenAndWhatIsDroppedCanBeLifted() {
        WireCopy copy = WireCopy.harbourFees();
        wire.sends(copy.item());
        assertThat(listed("untaken", copy)).isNotNull();

        assertThat(editor.post("/desk/api/wire/drop", which(copy)).status()).isEqualTo(200);
        assertThat(listed("untaken", copy)).isNull();
        assertThat(listed("dropped", copy)).isNotNull();
        assertThat(editor.post("/desk/api/wire/lift", which(copy)).status()).isEqualTo(200);
        assertThat(listed("untaken", copy)).isNotNull();

        Visitor.Answer taken = editor.post("/desk/api/wire/take", which(copy));
        assertThat(taken.status()).isEqualTo(201);
        assertThat(editor.post("/desk/api/wire/take", which(copy)).status()).isEqualTo(200);
        assertThat(taken.json().at("/address").asString())
                .isEqualTo("/desk/stories/" + taken.json().at("/id").asString());
        assertThat(listed("untaken", copy)).isNull();
        assertThat(listed("taken", copy).at("/story/state").asString()).isEqualTo("draft");
        Visitor.Answer refused = editor.post("/desk/api/wire/drop", which(copy));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/refusals/0/code").asString()).isEqualTo("already-taken");
    }

    @Test
    void aPictureThatCameBeforeItsItemIsFoldedIntoItUnlessAStoryWasMadeOfIt() {
        PictureHash hash = new PictureHash("5a".repeat(32));
        WireCopy lone = WireCopy.picture(hash);
        WireCopy taken = WireCopy.picture(new PictureHash("5b".repeat(32)));
        wire.sends(lone.item());
        wire.sends(taken.item());
        assertThat(listed("untaken", lone)).isNotNull();
        assertThat(editor.post("/desk/api/wire/take", which(taken)).status()).isEqualTo(201);

        WireCopy named = WireCopy.picture(hash);
        named.provider = "northwind.example";
        wire.sends(named.item());
        lone.version = 2;
        lone.links = List.of(new WireItem.WireLink(named.guid, WireItem.WireLink.SAME, 0));
        wire.sends(lone.item());
        taken.version = 2;
        taken.links = lone.links;
        wire.sends(taken.item());

        assertThat(listed("all", lone)).isNull();
        assertThat(listed("untaken", named)).isNotNull();
        assertThat(listed("taken", taken)).isNotNull();
    }

    @Test
    void aNewerVersionOfWhatWasTakenComesBackAsAnUpdateOfYourStory() {
        WireCopy copy = WireCopy.harbourFees();
        wire.sends(copy.item());
        editor.post("/desk/api/wire/take", which(copy));
        copy.version = 2;
        wire.sends(copy.item());

        assertThat(listed("untaken", copy).at("/relation").asString()).isEqualTo("updates-your-story");

        editor.post("/desk/api/wire/drop", which(copy));
        assertThat(listed("untaken", copy)).isNull();
        copy.version = 3;
        wire.sends(copy.item());
        assertThat(listed("untaken", copy)).isNotNull();
    }

    @Test
    void aKillOfWhatIsPublishedSaysSo() {
        WireCopy copy = WireCopy.harbourFees();
        wire.sends(copy.item());
        String id =
                editor.post("/desk/api/wire/take", which(copy)).json().at("/id").asString();
        assertThat(editor.post("/desk/api/stories/" + id + "/publish", "{\"version\": 1}")
                        .status())
                .isEqualTo(200);
        copy.version = 2;
        copy.status = WireItem.Status.CANCELED;
        wire.sends(copy.item());

        JsonNode item = listed("untaken", copy);

        assertThat(item.at("/relation").asString()).isEqualTo("published-here");
        assertThat(item.at("/status").asString()).isEqualTo("canceled");
    }

    @Test
    void aSectionSeesTheCopyOfItsMediaTopicsHoweverTheAgencyWritesThem() {
        WireCopy sport = WireCopy.harbourFees();
        sport.subjects = List.of(new Subject("subj:15000000", Subject.Kind.TOPIC, "sport"));
        WireCopy politics = WireCopy.harbourFees();
        wire.sends(sport.item());
        wire.sends(politics.item());

        JsonNode page = editor.get("/desk/api/wire?section=sport&limit=200").json();

        assertThat(page.at("/items").findValuesAsString("guid"))
                .contains(sport.guid)
                .doesNotContain(politics.guid);
        assertThat(editor.get("/desk/api/wire?section=gardening")
                        .json()
                        .at("/items")
                        .size())
                .isZero();
    }

    @Test
    void aDeskAndASectionSeeWhatTheRulesSendThem() {
        WireCopy routed = WireCopy.harbourFees(); // its topic is politics, which is World's
        wire.sends(routed.item(), new Routing("Money", "business", List.of("port"), false, List.of("Fees")));
        WireCopy lost = WireCopy.harbourFees();
        wire.sends(lost.item(), new Routing("", "no-such-section", List.of(), false, List.of("Fees")));

        JsonNode money = editor.get("/desk/api/wire?desk=Money&limit=200").json();

        assertThat(money.at("/items").findValuesAsString("guid"))
                .contains(routed.guid)
                .doesNotContain(lost.guid);
        assertThat(money.at("/desks").toString()).contains("\"Money\"");
        JsonNode item = money.at("/items/0");
        assertThat(item.at("/routed/section").asString()).isEqualTo("business");
        assertThat(item.at("/routed/tags/0").asString()).isEqualTo("port");
        assertThat(guids("section=business")).contains(routed.guid);
        assertThat(guids("section=world")).doesNotContain(routed.guid).contains(lost.guid);
        assertThat(guids("desk=Nobody")).isEmpty();
        assertThat(editor.get("/desk/api/wire?desk=Money&section=world")
                        .json()
                        .at("/counts/untaken")
                        .asInt())
                .isZero();
    }

    @Test
    void whatNobodyTakesInTimeLeavesTheUntakenAndCanBeLiftedBack() {
        WireCopy old = WireCopy.harbourFees();
        WireItem sent = old.item();
        Instant longAgo = Instant.now().minus(Duration.ofHours(73));
        WireCopy young = WireCopy.harbourFees();
        WireCopy ended = WireCopy.harbourFees();
        WireCopy waiting = WireCopy.harbourFees();
        waiting.embargoedUntil = Instant.now().plusSeconds(600);
        WireCopy taken = WireCopy.harbourFees();
        wire.sends(sent.toBuilder().receivedAt(longAgo).build());
        wire.sends(young.item());
        wire.sends(ended.item().toBuilder()
                .expiresAt(Instant.now().minusSeconds(1))
                .build());
        wire.sends(waiting.item().toBuilder().receivedAt(longAgo).build());
        wire.sends(taken.item().toBuilder().receivedAt(longAgo).build());
        editor.post("/desk/api/wire/take", which(taken));

        ageing.look();

        assertThat(listed("untaken", old)).isNull();
        assertThat(listed("expired", old).at("/expired").asBoolean()).isTrue();
        assertThat(listed("expired", ended)).isNotNull();
        assertThat(listed("untaken", young)).isNotNull();
        assertThat(listed("untaken", waiting)).isNotNull();
        assertThat(listed("taken", taken)).isNotNull();
        assertThat(listed("expired", taken)).isNull();

        assertThat(editor.post("/desk/api/wire/lift", which(old)).status()).isEqualTo(200);
        ageing.look();
        assertThat(listed("untaken", old)).isNotNull();

        old.version = 2;
        wire.sends(old.item().toBuilder().receivedAt(longAgo).build());
        ageing.look();
        assertThat(listed("untaken", old)).isNull();
        assertThat(editor.post("/desk/api/wire/take", which(old)).status()).isEqualTo(201);
    }

    @Test
    void aWordToEditorsCannotBeTakenAndAKillPointsAtTheStory() {
        WireCopy story = WireCopy.harbourFees();
        wire.sends(story.item());
        String id = editor.post("/desk/api/wire/take", which(story))
                .json()
                .at("/id")
                .asString();
        WireCopy advisory = WireCopy.harbourFees();
        wire.sends(
                advisory.item().toBuilder().purpose(WireItem.Purpose.ADVISORY).build());
        WireCopy correction = WireCopy.harbourFees();
        correction.links.add(new WireItem.WireLink(story.guid, WireItem.WireLink.CORRECTS, 0));
        wire.sends(correction.item().toBuilder()
                .purpose(WireItem.Purpose.CORRECTION)
                .build());

        assertThat(editor.post("/desk/api/wire/take", which(advisory))
                        .json()
                        .at("/refusals/0/code")
                        .asString())
                .isEqualTo("advisory-has-no-copy");
        assertThat(listed("untaken", advisory).at("/purpose").asString()).isEqualTo("advisory");
        JsonNode listed = listed("untaken", correction);
        assertThat(listed.at("/purpose").asString()).isEqualTo("correction");
        assertThat(listed.at("/about/0/rel").asString()).isEqualTo("corrects");
        assertThat(listed.at("/about/0/story").asString()).isEqualTo(id);
        assertThat(listed.at("/relation").asString()).isEqualTo("updates-your-story");
        assertThat(listed("taken", story).at("/toldBy/0/guid").asString()).isEqualTo(correction.guid);
    }

    @Test
    void aPageOfTheBasketGoesOnWhereTheOneBeforeEnded() {
        for (int i = 0; i < 3; i++) {
            wire.sends(WireCopy.harbourFees().item());
        }
        JsonNode first = editor.get("/desk/api/wire?show=all&limit=2").json();
        long last = first.at("/items/1/position").asLong();

        JsonNode second =
                editor.get("/desk/api/wire?show=all&limit=2&before=" + last).json();

        assertThat(second.at("/items/0/position").asLong()).isLessThan(last);
        assertThat(first.at("/end").asLong())
                .isEqualTo(first.at("/items/0/position").asLong());
    }

    @Test
    void anOpenDeskHearsOfNewCopyWithoutAReload() throws Exception {
        int before = events.listening();
        HttpResponse<InputStream> stream = editor.http()
                .send(editor.request("/desk/wire/events").build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(stream.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread reader = Thread.ofVirtual().start(() -> {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
                in.lines().filter(line -> line.startsWith("data:")).forEach(lines::add);
            } catch (Exception e) {
                lines.add("closed");
            }
        });
        assertThat(lines.poll(10, TimeUnit.SECONDS)).startsWith("data:{\"end\":");

        long position = wire.sends(WireCopy.harbourFees().item());

        assertThat(lines.poll(5, TimeUnit.SECONDS)).isEqualTo("data:{\"end\":" + position + "}");
        assertThat(events.listening()).isEqualTo(before + 1);
        stream.body().close();
        reader.join(5_000);
    }

    @Test
    void whatTheWireNeverSentIsNotFound() {
        String never = "{\"provider\": \"agence-nord\", \"guid\": \"" + UUID.randomUUID() + "\"}";

        assertThat(editor.post("/desk/api/wire/take", never).status()).isEqualTo(404);
        assertThat(editor.post("/desk/api/wire/drop", never).status()).isEqualTo(404);
        assertThat(editor.get("/desk/api/wire/item?provider=a&guid=b").status()).isEqualTo(404);
        assertThat(editor.get("/desk/api/wire/item?provider=a&guid=").status()).isEqualTo(400);
    }

    private List<String> guids(String asked) {
        return editor.get("/desk/api/wire?limit=200&" + asked)
                .json()
                .at("/items")
                .findValuesAsString("guid");
    }

    private JsonNode listed(String show, WireCopy copy) {
        for (JsonNode item :
                editor.get("/desk/api/wire?limit=200&show=" + show).json().at("/items")) {
            if (item.at("/guid").asString().equals(copy.guid)) {
                return item;
            }
        }
        return null;
    }

    private static String which(WireCopy copy) {
        return "{\"provider\": \"" + copy.provider + "\", \"guid\": \"" + copy.guid + "\"}";
    }
}
