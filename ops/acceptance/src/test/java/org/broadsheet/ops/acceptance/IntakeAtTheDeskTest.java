package org.broadsheet.ops.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.broadsheet.ops.newsroom.WireCopy;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The wire room run from the desk: a feed is opened and brings copy, what cannot be read is looked into and cleared, a
/// rule is rehearsed and routes.
class IntakeAtTheDeskTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Platform platform = Platform.running();

    /// `FakeIngestTest` of cms-web asks the fake wire room for the same.
    @Test
    void theWireRoomSpeaksInTheShapesTheDeskReads() {
        JsonNode feed = platform.ingestService("/api/feeds").get(0);
        assertHas(
                feed,
                "name title transport paused version settings secretsSet pollEvery counts lastReceivedAt lastTriedAt"
                        + " lastError lastErrorAt usualGap alarm");
        assertHas(feed.path("counts"), "today total quarantined");
        assertThat(platform.ingestService("/api/feeds/" + feed.path("name").asString())
                        .has("history"))
                .isTrue();
        JsonNode transports = platform.ingestService("/api/feeds/transports");
        assertThat(transports.valueStream().map(one -> one.path("transport").asString()))
                .contains("folder", "poll", "push");
        transports.forEach(transport -> {
            assertHas(transport, "transport title says fields");
            transport
                    .path("fields")
                    .forEach(field -> assertHas(field, "name label kind choices required hint default"));
        });
        assertThat(platform.ingestService("/api/alarms").isArray()).isTrue();
        assertThat(platform.ingestService("/api/rules").isArray()).isTrue();
    }

    @Test
    void aFeedThatIsPushedIsOpenedAtTheDeskAndItsCopyIsInTheBasket() throws IOException, InterruptedException {
        String name = "push" + Long.toString(System.nanoTime(), 36);
        WireCopy bulletin = story(name, 1, "Lighthouse keepers win back their night pay", """
            VASTHOLM (Agence Nord) - Keepers of the nine lighthouses along the Norland coast are to be paid for their nights again, the maritime office said on Tuesday after a winter of dark lamps.

            The office had stopped the pay when the lamps were automated. Two of them failed in the January gales.

            (Reporting by Lena Ruud)
            """);
        String secret;
        URI address;
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.ADMINISTRATOR)) {
            desk.page.getByRole(AriaRole.LINK, named("Intake")).click();
            desk.page.getByRole(AriaRole.LINK, named("Add a feed")).click();
            desk.page.locator(".transport").filter(hasText("HTTP push")).click();
            desk.page.getByLabel("Title").fill("Harbour pilots " + name);
            desk.page.locator("#feed-name").fill(name);
            save(desk);
            Locator shown = desk.page.locator("[data-part=secret-words]");
            assertThat(shown).isVisible();
            secret = shown.textContent();
            String curl = desk.page.locator("[data-part=curl]").textContent();
            assertThat(curl).contains(secret, "Broadsheet-Signature");
            address = URI.create(curl.substring(curl.indexOf("'http") + 1, curl.lastIndexOf('\'')));
            assertThat(address).isEqualTo(platform.ingest("/feeds/" + name));

            int pushed = push(address, secret, WireTraffic.AGENCE_NORD.text(bulletin));

            assertThat(pushed).isEqualTo(202);
            desk.openWire();
            assertThat(desk.row(bulletin.headline())).isVisible();
            desk.page.navigate(platform.site("/desk/feeds/" + name).toString());
            assertThat(desk.page.locator("[data-part=facts]")).containsText(Pattern.compile("In all\\s*1"));
            assertThat(desk.page.content()).doesNotContain(secret);
        }
    }

    @Test
    void aDropFolderIsAFeedByItselfAndIsPausedAndResumed() {
        String name = "folder" + Long.toString(System.nanoTime(), 36);
        WireCopy bulletin = story(name, 1, "Orchard towns share water as wells run low", """
            LOWMARK (Agence Nord) - Five orchard towns in Lowmark agreed to share one reservoir until the rains, their mayors said, and growers will water at night only.

            The wells have fallen by four metres since spring. Plum trees suffer first.

            (Reporting by Tomas Verre)
            """);
        WireTraffic.drop(platform.home, name, "one.xml", WireTraffic.AGENCE_NORD.text(bulletin));
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.ADMINISTRATOR)) {
            assertThat(desk.row(bulletin.headline())).isVisible();
            desk.page.navigate(platform.site("/desk/feeds").toString());
            Locator row = desk.page.locator("tr[data-name=" + name + "]");
            assertThat(row.locator("[data-part=state]")).hasText("On");

            row.getByRole(AriaRole.BUTTON).click();
            assertThat(row.locator("[data-part=state]")).hasText("Paused");
            desk.page.getByRole(AriaRole.BUTTON, named("Undo")).click();

            assertThat(row.locator("[data-part=state]")).hasText("On");
        }
    }

    @Test
    void whatCannotBeReadIsLookedIntoReadInAgainAndDropped() {
        String name = "torn" + Long.toString(System.nanoTime(), 36);
        byte[] copy = ("\u0002\u0002" + name + " is no format that anybody reads").getBytes(StandardCharsets.UTF_8);
        WireTraffic.drop(platform.home, "demo", name + ".dat", copy);
        Platform.eventually(
                SOON,
                "the payload is in quarantine",
                () -> platform.ingestService("/api/quarantine?feed=demo&limit=200")
                        .toString(),
                all -> all.contains(name));
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            desk.page.navigate(platform.site("/desk/quarantine?feed=demo").toString());
            Locator row = desk.page.locator(".held-row").filter(hasText(name));
            row.click();
            assertThat(desk.page.locator("[data-part=look] [data-part=text]")).containsText("STXSTX" + name);
            byte[] raw = desk.page
                    .request()
                    .get(platform.site(desk.page.locator("[data-part=raw]").getAttribute("href"))
                            .toString())
                    .body();
            assertThat(raw).isEqualTo(copy);

            desk.page.keyboard().press("r");
            assertThat(desk.page.locator(".notice")).containsText("It still cannot be read");
            assertThat(row).containsText("read in again 1 time");
            desk.page.getByRole(AriaRole.BUTTON, named("Drop… X")).click();
            desk.page.locator("[data-part=go]").click();
            assertThat(desk.page.locator("#drop-problem")).isVisible();
            desk.page.locator("#drop-reason").fill("A torn file of the test.");
            desk.page.locator("[data-part=go]").click();

            assertThat(row).hasCount(0);
        }
    }

    /// The wire room is started with a bound that is too low, and again without it.
    @Test
    void whatIsMendedIsReadInAgainFromTheDeskAndIsInTheBasket() {
        String name = "mended" + Long.toString(System.nanoTime(), 36);
        List<String> headlines = List.of(
                "Glass makers light their last furnace, " + name,
                "Tunnel under the fjord opens a lane for bicycles, " + name,
                "Weather ship sails home after forty winters, " + name);
        startTheWireRoom(Map.of("BROADSHEET_INGEST_NITF_LARGEST", "200B"));
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            for (int i = 0; i < headlines.size(); i++) {
                WireTraffic.drop(platform.home, name, i + ".xml", nitf(name + "-" + i, headlines.get(i)));
            }
            Platform.eventually(
                    SOON,
                    "the payloads are in quarantine",
                    () -> platform.ingestService("/api/quarantine?feed=" + name)
                            .path("total")
                            .asInt(),
                    total -> total == headlines.size());
            startTheWireRoom(Map.of());
            desk.page.navigate(platform.site("/desk/quarantine?feed=" + name).toString());
            Locator rows = desk.page.locator(".held-row");
            assertThat(rows).hasCount(headlines.size());
            rows.filter(hasText("0.xml")).click();
            assertThat(desk.page.locator("[data-part=look] [data-part=reason]")).containsText("at most 200 are read");

            desk.page.keyboard().press("r");
            assertThat(desk.page.locator(".notice")).containsText("It could be read now: 1 item is in the basket.");
            assertThat(rows).hasCount(headlines.size() - 1);
            desk.page.locator("[data-act=replay-all]").click();
            assertThat(desk.page.locator("[data-part=outcome]")).hasText("All 2 could be read now.");

            desk.openWire();
            headlines.forEach(headline -> assertThat(desk.row(headline)).isVisible());
            assertThat(platform.ingestService("/api/quarantine?feed=" + name)
                            .path("total")
                            .asInt())
                    .isZero();
        }
    }

    private void startTheWireRoom(Map<String, String> environment) {
        platform.killAtOnce("ingest");
        Platform.Outcome up = platform.broadsheet(environment, "up");
        assertThat(up.exit()).as(up.output()).isZero();
    }

    /// Each of them is about something else: the basket joins what is nearly the same.
    private static byte[] nitf(String id, String headline) {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <nitf><head><docdata management-status="usable"><doc-id regsrc="nordwire.example" id-string="%1$s"/>
            <date.issue norm="20261125T091500Z"/></docdata></head>
            <body><body.head><hedline><hl1>%2$s</hl1></hedline></body.head>
            <body.content><p>%2$s, the town's paper wrote on Wednesday.</p></body.content></body></nitf>
            """.formatted(id, headline).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aRuleIsRehearsedOnWhatHasComeInAndRoutesWhatComesNext() {
        String name = "rule" + Long.toString(System.nanoTime(), 36);
        WireCopy before = story(name, 1, "Chess league moves its final to the old customs house", """
            EASTMARK (Agence Nord) - The chess league plays its final in the old customs house in April because the town hall is full of scaffolding, its secretary said.

            Eight masters have entered. Seats cost nothing, and silence is asked for.

            (Reporting by Ines Halloran)
            """);
        WireCopy after = story(name, 2, "Bakers strike over flour prices in the capital", """
            VASTHOLM (Agence Nord) - Bread was sold out by eight in the capital on Wednesday as two bakers in three kept their ovens cold to protest against the price of flour.

            Their guild wants the mills to open their books. The mills said that they would think about it.

            (Reporting by Osei Danquah)
            """);
        WireTraffic.drop(platform.home, "demo", name + "-1.xml", WireTraffic.AGENCE_NORD.text(before));
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.ADMINISTRATOR)) {
            assertThat(desk.row(before.headline())).isVisible();
            desk.page.navigate(platform.site("/desk/new-rule").toString());
            desk.page.getByLabel("Name", exactly()).fill("Pilots " + name);
            desk.page.locator("#chips-words").fill(name);
            desk.page.keyboard().press("Enter");
            desk.page.locator("#rule-desk").fill("Pilot desk");
            desk.page.locator("#chips-tags").fill("pilots");
            desk.page.keyboard().press("Enter");

            Locator rehearsal = desk.page.locator(".rehearsal");
            assertThat(rehearsal).containsText("1 of the last");
            assertThat(rehearsal.locator("[data-part=matches]")).containsText(before.headline());
            assertThat(rehearsal.locator("[data-part=sentence]"))
                    .hasText("Items with “" + name + "” go to Pilot desk and get the tags pilots.");
            desk.page.keyboard().press("Control+s");
            assertThat(desk.page.locator(".rule").filter(hasText(name))).isVisible();

            WireTraffic.drop(platform.home, "demo", name + "-2.xml", WireTraffic.AGENCE_NORD.text(after));
            EditorAtWork editor = EditorAtWork.signIn(platform, Platform.EDITOR);
            Platform.eventually(
                    SOON,
                    "the copy is routed",
                    () -> editor.basket().stream()
                            .filter(item -> item.toString().contains(WireTraffic.guid(name, 2)))
                            .map(item -> item.path("routed").path("desk").asString(""))
                            .toList(),
                    desks -> desks.contains("Pilot desk"));
            remove(desk, name);
        }
    }

    /// Copy that is like no other here: the basket joins what is nearly the same.
    private static WireCopy story(String name, int number, String headline, String text) {
        return WireCopy.of(
                WireTraffic.guid(name, number),
                1,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                headline + ", " + name,
                name.toUpperCase(Locale.ROOT) + "/",
                text);
    }

    private static void remove(DeskInABrowser desk, String name) {
        desk.page.locator(".rule a").filter(hasText(name)).click();
        desk.page.getByRole(AriaRole.BUTTON, named("Remove…")).click();
        desk.page.getByRole(AriaRole.BUTTON, named("Remove it")).click();
        assertThat(desk.page).hasURL(Pattern.compile(".*/desk/rules$"));
        assertThat(desk.page.locator(".rule").filter(hasText(name))).hasCount(0);
    }

    private static void assertHas(JsonNode node, String fields) {
        assertThat(node.propertyNames()).containsAll(Arrays.asList(fields.split(" ")));
    }

    private static void save(DeskInABrowser desk) {
        desk.page.locator("[data-act=save]").click();
    }

    /// Signs as the desk's own example says.
    private static int push(URI address, String secret, byte[] body) throws IOException, InterruptedException {
        long seconds = Instant.now().getEpochSecond();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(Duration.ofSeconds(20))
                            .header("Broadsheet-Signature", "t=" + seconds + ",v1=" + hmac(secret, seconds, body))
                            .header("Broadsheet-Name", "bulletin.xml")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode();
        }
    }

    private static String hmac(String secret, long seconds, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
