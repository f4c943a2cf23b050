package org.broadsheet.ops.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.imageio.ImageIO;
import org.broadsheet.ops.newsroom.WireCopy;
import org.broadsheet.ops.newsroom.WirePhoto;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The main job of the house: a wire story goes in at one end and is a page that readers open at the other, until
/// it is killed.
class WireToPageTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final Platform platform = Platform.running();

    @TempDir
    private Path outbox;

    /// LISTING 2 of the IPTC's own NewsML-G2 examples.
    @Test
    void theOfficialExampleIsTakenPublishedReadFoundAndKilled() throws IOException {
        Path listing = samples().resolve("newsml-g2/examples/LISTING_2_NewsML-G2_Text_Document.xml");
        Assumptions.assumeTrue(
                Files.exists(listing), "The official samples are not here: set BROADSHEET_SAMPLES to their folder.");
        String headline = Jsoup.parse(listing.toFile(), "UTF-8", "", org.jsoup.parser.Parser.xmlParser())
                .select("contentMeta > headline")
                .first()
                .text();

        Platform.Outcome ingest = platform.broadsheet("ingest", "demo", listing.toString());

        assertThat(ingest.exit()).as(ingest.output()).isZero();
        assertThat(ingest.output())
                .contains("LISTING_2_NewsML-G2_Text_Document.xml")
                .contains("settled");
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            desk.take(headline);
            desk.choose("business");
            String path = desk.publish();
            isPublic(desk.storyId(), path, "business", headline);

            desk.kill("The agency withdrew it.");

            isGone(desk.storyId(), path, "business");
        }
    }

    @Test
    void everyPartOfAnAgencyStoryIsAFieldAndIsPrintedRight() throws IOException {
        String id = Long.toString(System.nanoTime(), 36);
        String headline = "Norland and Eastmark sign treaty on the salt flats " + id;
        WireCopy copy = WireCopy.of(
                        "tag:agencenord.example,2026:copy:treaty-" + id,
                        1,
                        Instant.now().truncatedTo(ChronoUnit.SECONDS),
                        "Exclusive-" + headline,
                        "NORLAND-TREATY/",
                        """
                        (Agence Nord) -Norland's president and the first minister of Eastmark signed a treaty on Tuesday that shares out the salt flats for thirty years & ends a quarrel as old as both states.

                        The two leaders had last met at a state reception in June. Neither would say then that a treaty was near.

                        (Reporting by Ines Halloran in Vastholm and Tomas Verre; Additional reporting by Lena Ruud; Editing by Osei Danquah)
                        """)
                .linkedTo(List.of("tag:agencenord.example,2026:photo:treaty-" + id));
        WirePhoto photo = new WirePhoto(
                "tag:agencenord.example,2026:photo:treaty-" + id,
                1,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                Instant.parse("2024-06-19T10:00:00Z"),
                "treaty-" + id + ".jpg",
                "State reception",
                "FILE PHOTO: Norland's president and Eastmark's first minister attend a state reception in Vastholm, Norland June 19, 2024.",
                "Norland Press/Mika Solberg/Pool via AGENCE NORD/File Photo",
                "Mika Solberg",
                "Norland Press",
                "Two people in dark coats shake hands before a row of flags",
                "Vastholm",
                "Norland",
                List.of("treaty"),
                "");
        byte[] jpeg = jpeg(id.hashCode());
        Path xml = Files.write(outbox.resolve("treaty-" + id + ".xml"), WireTraffic.AGENCE_NORD.text(copy));
        Path pictureItem = Files.write(
                outbox.resolve("treaty-photo-" + id + ".xml"),
                WireTraffic.AGENCE_NORD.picture(photo, 1600, 900, jpeg.length));
        Path picture = Files.write(outbox.resolve("treaty-" + id + ".jpg"), jpeg);

        Platform.Outcome ingest =
                platform.broadsheet("ingest", "demo", xml.toString(), pictureItem.toString(), picture.toString());

        assertThat(ingest.exit()).as(ingest.output()).isZero();
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            assertThat(desk.row(headline)).containsText("1 picture");
            desk.take(headline);
            assertThat(desk.field("headline")).isEqualTo(headline);
            assertThat(desk.field("kicker")).isEqualTo("Exclusive");
            assertThat(desk.field("slugline")).isEqualTo("NORLAND-TREATY/");
            assertThat(desk.field("place")).isEmpty();
            assertThat(desk.field("agency")).isEqualTo("Agence Nord");
            assertThat(desk.page.locator("[data-body] p").first())
                    .hasText(
                            "Norland's president and the first minister of Eastmark signed a treaty on Tuesday that shares out the salt flats for thirty years & ends a quarrel as old as both states.");
            Locator jobs = desk.page.locator("[data-signers] .signer");
            assertThat(jobs).hasCount(3);
            assertThat(jobs.nth(0).locator("[data-part=role]")).hasValue("Reporting");
            assertThat(jobs.nth(0).locator(".person").nth(0).locator("[data-part=name]"))
                    .hasValue("Ines Halloran");
            assertThat(jobs.nth(0).locator(".person").nth(0).locator("[data-part=place]"))
                    .hasValue("Vastholm");
            assertThat(jobs.nth(0).locator(".person").nth(1).locator("[data-part=name]"))
                    .hasValue("Tomas Verre");
            assertThat(jobs.nth(1).locator("[data-part=role]")).hasValue("Additional reporting");
            assertThat(jobs.nth(2).locator("[data-part=role]")).hasValue("Editing");
            Locator card = desk.page.locator("[data-pictures] .card").first();
            assertThat(card.locator("[data-part=text]"))
                    .hasValue(
                            "Norland's president and Eastmark's first minister attend a state reception in Vastholm, Norland June 19, 2024.");
            assertThat(card.locator("[data-part=file-photo]")).isChecked();
            assertThat(card.locator("[data-part=taken]")).hasValue("2024-06-19");
            assertThat(card.locator("[data-part=agency]")).hasValue("Norland Press");
            assertThat(card.locator("[data-part=photographers]")).hasValue("Mika Solberg");
            assertThat(card.locator("[data-part=pool]")).isChecked();
            assertThat(card.locator("[data-part=distributor]")).hasValue("AGENCE NORD");
            assertThat(card.locator("[data-part=credit-file]")).isChecked();
            card.locator("[data-part=alt]").fill("Two people in dark coats shake hands before a row of flags");
            desk.choose("world");

            String path = desk.publish();

            isPublic(desk.storyId(), path, "world", headline);
            Document page = Jsoup.parse(platform.read(path).body());
            assertThat(page.select("h1").text()).isEqualTo("Exclusive " + headline);
            assertThat(page.select("figcaption").text())
                    .isEqualTo(
                            "FILE PHOTO: Norland's president and Eastmark's first minister attend a state reception in Vastholm, Norland June 19, 2024. Norland Press/Mika Solberg/Pool via AGENCE NORD/File Photo");
            assertThat(page.text())
                    .contains("(Agence Nord) - Norland's president")
                    .contains(
                            "(Reporting by Ines Halloran in Vastholm and Tomas Verre; Additional reporting by Lena Ruud; Editing by Osei Danquah)");
            assertThat(page.select("img[alt='Two people in dark coats shake hands before a row of flags']"))
                    .isNotEmpty();
            desk.page.navigate(platform.site(path).toString());
            assertThat(
                            (Boolean)
                                    desk.page.evaluate(
                                            "() => [...document.querySelectorAll('figure img')].every(i => i.complete && i.naturalWidth > 300)"))
                    .isTrue();
        }
    }

    @Test
    void newCopyAppearsInAnOpenBasketWithoutAReload() {
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            String name = "live" + Long.toString(System.nanoTime(), 36);
            WireCopy bulletin = WireTraffic.bulletins(name, 1).getFirst();

            WireTraffic.drop(platform.home, "demo", name + ".xml", WireTraffic.AGENCE_NORD.text(bulletin));

            assertThat(desk.row(bulletin.headline())).isVisible();
        }
    }

    private void isPublic(String storyId, String path, String section, String headline) {
        var answer = platform.read(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.text()).contains(headline).contains("Next In ");
        Platform.eventually(
                SOON,
                "the page has Related stories",
                () -> Jsoup.parse(platform.read(path).body()).select("section:has(h2:contains(Related)) a[href]"),
                related -> !related.isEmpty());
        assertThat(page.select("script:not([type='application/ld+json'])")).isEmpty();
        assertThat(answer.headers().allValues("set-cookie")).isEmpty();
        assertThat(Jsoup.parse(platform.read("/" + section).body()).select("a[href$='" + path + "']"))
                .isNotEmpty();
        Platform.eventually(
                SOON,
                "the story is in Elasticsearch",
                () -> platform.searchService("/api/stories/" + storyId)
                        .path("state")
                        .asString(),
                "published"::equals);
    }

    private void isGone(String storyId, String path, String section) {
        long killed = System.nanoTime();
        Platform.eventually(
                Duration.ofSeconds(2),
                "the page answers 410",
                () -> platform.read(path).statusCode(),
                code -> code == 410);
        for (String list : List.of("/", "/" + section)) {
            assertThat(Jsoup.parse(platform.read(list).body()).select("a[href$='" + path + "']"))
                    .isEmpty();
        }
        Platform.eventually(
                Duration.ofSeconds(2),
                "search knows it as killed",
                () -> platform.searchService("/api/stories/" + storyId)
                        .path("state")
                        .asString(),
                "killed"::equals);
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(Duration.ofSeconds(2));
    }

    private static Path samples() {
        String folder = System.getenv("BROADSHEET_SAMPLES");
        return folder == null ? Platform.checkout().resolve("../shared/samples") : Path.of(folder);
    }

    private static byte[] jpeg(int seed) throws IOException {
        BufferedImage image = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, new Color(seed & 0x7f7f7f), 1600, 900, new Color(0xd79b6d)));
        brush.fillRect(0, 0, 1600, 900);
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
