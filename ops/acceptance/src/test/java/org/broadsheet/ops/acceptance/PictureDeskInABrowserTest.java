package org.broadsheet.ops.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.broadsheet.ops.newsroom.WireCopy;
import org.broadsheet.ops.newsroom.WirePhoto;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// The picture desk before a browser: pictures are found, selected with the keyboard, written on alone, together and by
/// two at once, and put on a story that goes out.
class PictureDeskInABrowserTest {

    private final Platform platform = Platform.running();
    private final String name = "orchard" + Long.toString(System.nanoTime(), 36);

    @Test
    void picturesAreFoundSelectedWithTheKeyboardAndWrittenOnTogether() throws IOException {
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            bringPictures(desk, 4, "Plum growers of Lowmark share one press", """
                LOWMARK (Agence Nord) - The plum growers of Lowmark are to share one press this autumn, their guild said, because the second one cracked in the frost.

                The press stands in the old tram shed, and everybody has it for one night.

                (Reporting by Lena Ruud)
                """);
            desk.page.getByRole(AriaRole.LINK, named("Pictures")).click();
            assertThat(desk.page.locator(".finder-count")).containsText("picture");
            desk.page.keyboard().press("/");
            desk.page.keyboard().type(name + " credit:Ruud");
            desk.page.keyboard().press("Enter");

            assertThat(cells(desk)).hasCount(4);
            assertThat(desk.page).hasURL(Pattern.compile(".*[?&]q=" + name + "&credit=Ruud.*"));
            assertThat(desk.page.locator("[data-part=chips]")).containsText("credit: Ruud");
            desk.page.reload();
            assertThat(desk.page.locator(".finder-count")).hasText("4 pictures");

            cells(desk).first().focus();
            desk.page.keyboard().press("ArrowRight");
            desk.page.keyboard().press("Space");
            desk.page.keyboard().press("Shift+ArrowRight");
            assertThat(desk.page.locator("[data-part=selection-words]")).hasText("2 pictures selected");
            desk.page.keyboard().press("Control+a");
            assertThat(desk.page.locator("[data-part=selection-words]")).hasText("4 pictures selected");
            desk.page.keyboard().press("e");
            desk.page.locator("#batch-field").selectOption("source");
            desk.page.locator("#batch-source").fill("Orchard Pictures");
            desk.page.locator("#batch-add-keywords").fill("plum harvest");
            desk.page.keyboard().press("Enter");
            desk.page.getByRole(AriaRole.BUTTON, named("Set on all")).click();
            assertThat(desk.page.locator("[data-dialog=batch] [data-part=outcome]"))
                    .containsText("4 pictures changed.");
            desk.page.locator("[data-dialog=batch] [data-part=close]").click();

            desk.page.navigate(
                    platform.site("/desk/pictures?q=plum+harvest+" + name).toString());
            assertThat(cells(desk)).hasCount(4);
            cells(desk).first().focus();
            desk.page.keyboard().press("Enter");
            assertThat(panel(desk)).containsText("Orchard Pictures");
            assertThat(panel(desk).locator(".is-history li").first()).containsText("Osei");
            desk.page.keyboard().press("Escape");
            assertThat(panel(desk)).isHidden();
            desk.page.goBack();
            assertThat(panel(desk)).isVisible();
        }
    }

    @Test
    void twoWhoWriteOnOnePictureLoseNothing() throws IOException {
        try (DeskInABrowser one = DeskInABrowser.signIn(platform, Platform.EDITOR);
                DeskInABrowser other = DeskInABrowser.signIn(platform, "jonas")) {
            bringPictures(one, 1, "Ferry to the outer islands sails by hand signal", """
                EASTMARK (Agence Nord) - The ferry to the outer islands put out without radar for the third day, its master waving from the bow to a man on the pier.

                A new radar is on its way by sledge. The islands have butter until Sunday.

                (Reporting by Tomas Verre)
                """);
            for (DeskInABrowser desk : List.of(one, other)) {
                desk.page.navigate(platform.site("/desk/pictures?q=" + name).toString());
                cells(desk).first().click();
                desk.page.locator("[data-act=edit-sheet]").click();
            }
            other.page.locator("#sheet-headline").fill("Their headline");
            other.page.locator("#sheet-place-city").fill("Eastmark");
            save(other);
            assertThat(panel(other).locator("[data-act=edit-sheet]")).isVisible();

            one.page.locator("#sheet-headline").fill("My headline");
            one.page.locator("#sheet-alt").fill("Plums in a blue crate");
            save(one);

            assertThat(one.page.locator(".sheet-told")).containsText("What you wrote is still here");
            assertThat(one.page.locator("[data-field=headline]")).containsText("Their headline");
            assertThat(one.page.locator("#sheet-headline")).hasValue("My headline");
            assertThat(one.page.locator("#sheet-alt")).hasValue("Plums in a blue crate");
            assertThat(one.page.locator("#sheet-place-city")).hasValue("Eastmark");
            save(one);

            assertThat(one.page.locator("#panel-title")).hasText("My headline");
            assertThat(panel(one)).containsText("Plums in a blue crate");
            assertThat(panel(one)).containsText("Eastmark");
        }
    }

    @Test
    void aPictureOfThePictureDeskGoesOntoAStoryAndOutWithIt() throws IOException {
        WireCopy bulletin = WireTraffic.bulletins(name, 1).getFirst();
        WireTraffic.drop(platform.home, "demo", name + "-story.xml", WireTraffic.AGENCE_NORD.text(bulletin));
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            bringPictures(desk, 2, "Glass museum counts its marbles after the flood", """
                VASTHOLM (Agence Nord) - Curators of the glass museum washed and counted eleven thousand marbles on Monday and found two that nobody had lent them.

                Whoever misses a green one may come with a description.

                (Reporting by Ines Halloran)
                """);
            desk.take(bulletin.headline());
            desk.page.keyboard().press("Alt+p");
            Locator dialog = desk.page.locator("[data-dialog=choose]");
            dialog.locator("[data-part=search]").fill(name);
            assertThat(dialog.locator(".contact[data-hash]")).hasCount(2);
            desk.page.keyboard().press("ArrowDown");
            desk.page.keyboard().press("Enter");

            assertThat(dialog).isHidden();
            Locator card = desk.page.locator("[data-pictures] .card");
            assertThat(card).hasCount(1);
            assertThat(card.locator("[data-part=text]")).hasValue(Pattern.compile("Growers carry plums .*"));
            assertThat(card.locator("[data-part=photographers]")).hasValue("Lena Ruud");
            card.locator("[data-part=alt]").fill("Two growers carry a blue crate of plums");
            String atTheDesk = card.locator("[data-part=at-the-desk]").getAttribute("href");
            desk.choose("world");
            String path = desk.publish();

            Document page = Jsoup.parse(platform.read(path).body());
            assertThat(page.select("img[alt='Two growers carry a blue crate of plums']"))
                    .isNotEmpty();
            assertThat(page.select("figcaption").text()).contains("Growers carry plums", "Lena Ruud");
            desk.page.navigate(platform.site(atTheDesk).toString());
            assertThat(panel(desk).locator(".panel-uses")).containsText(bulletin.headline());
            assertThat(panel(desk).getByRole(AriaRole.LINK, within("the page"))).hasAttribute("href", path);
        }
    }

    /// Sends a story with so many pictures, as an agency does, and waits until they are there. Each story is like no
    // other:
    /// the basket joins what is nearly the same.
    private void bringPictures(DeskInABrowser desk, int count, String headline, String text) throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        List<String> guids = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            WirePhoto photo = new WirePhoto(
                    "tag:agencenord.example,2026:photo:" + name + "-" + number,
                    1,
                    now,
                    now,
                    name + "-" + number + ".jpg",
                    "Plum harvest " + number,
                    "Growers carry plums from an orchard in Lowmark, crate " + number + " of " + name + ".",
                    "Agence Nord/Lena Ruud",
                    "Lena Ruud",
                    "Agence Nord",
                    "Two growers carry a blue crate of plums",
                    "Lowmark",
                    "Norland",
                    List.of(name),
                    "");
            byte[] jpeg = jpeg(photo.guid().hashCode());
            guids.add(photo.guid());
            WireTraffic.drop(platform.home, "demo", photo.fileName(), jpeg);
            WireTraffic.drop(
                    platform.home,
                    "demo",
                    name + "-photo-" + number + ".xml",
                    WireTraffic.AGENCE_NORD.picture(photo, 1600, 900, jpeg.length));
        }
        WireCopy copy = WireCopy.of(WireTraffic.guid(name, 99), 1, now, headline + ", " + name, "PLUMS/", text)
                .linkedTo(guids);
        WireTraffic.drop(platform.home, "demo", name + "-copy.xml", WireTraffic.AGENCE_NORD.text(copy));
        assertThat(desk.row(copy.headline())).containsText(count == 1 ? "1 picture" : count + " pictures");
    }

    private static Locator cells(DeskInABrowser desk) {
        return desk.page.locator("[data-picture-desk] .contact[data-hash]");
    }

    private static Locator panel(DeskInABrowser desk) {
        return desk.page.locator("[data-part=panel]");
    }

    private static void save(DeskInABrowser desk) {
        desk.page.keyboard().press("Control+s");
    }

    private static Page.GetByRoleOptions named(String words) {
        return new Page.GetByRoleOptions().setName(words).setExact(true);
    }

    private static Locator.GetByRoleOptions within(String words) {
        return new Locator.GetByRoleOptions().setName(words);
    }

    private static byte[] jpeg(int seed) throws IOException {
        BufferedImage image = new BufferedImage(1600, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, new Color(seed & 0x7f7f7f), 1600, 900, new Color(0x6d8fd7)));
        brush.fillRect(0, 0, 1600, 900);
        brush.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }
}
