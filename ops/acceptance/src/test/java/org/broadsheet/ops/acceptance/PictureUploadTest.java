package org.broadsheet.ops.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.broadsheet.core.picture.PictureHash;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Pictures are brought in at the desk: many at once, over a line that breaks.
class PictureUploadTest {

    private static final int SEVERAL_PIECES = 6_000_000;

    /// Drops files on the panel as a hand does that drags them from a folder.
    private static final String DROP = """
        (files) => {
          const dragged = new DataTransfer();
          for (const { name, type, data } of files) {
            const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
            dragged.items.add(new File([bytes], name, { type, lastModified: 1700000000000 }));
          }
          const panel = document.querySelector("[data-upload]");
          for (const event of ["dragenter", "dragover", "drop"]) {
            panel.dispatchEvent(new DragEvent(event, { dataTransfer: dragged, bubbles: true, cancelable: true }));
          }
        }\
        """;

    private final Platform platform = Platform.running();
    private final String mark = Long.toString(System.nanoTime(), 36);
    private final Random random = new Random(System.nanoTime());

    private int pieces;

    @BeforeEach
    void count() {
        pieces = 0;
    }

    @Test
    void manyAreDroppedAtOnceAndWhatIsNoPictureIsRefusedWithASentence() {
        byte[] first = photograph(0);
        byte[] second = photograph(0);
        byte[] third = photograph(0);
        byte[] drawing = ("<svg xmlns='http://www.w3.org/2000/svg'>" + " ".repeat(3_000_000) + "</svg>")
                .getBytes(StandardCharsets.US_ASCII);
        try (DeskInABrowser desk = upload()) {
            AtomicInteger sent = new AtomicInteger();
            desk.page.onRequest(request -> {
                if (request.method().equals("PATCH")) {
                    sent.incrementAndGet();
                }
            });

            drop(
                    desk,
                    Map.of(
                            "harbour-" + mark + ".jpg", first,
                            "quay-" + mark + ".jpg", second,
                            "pier-" + mark + ".jpg", third));

            assertThat(row(desk, "harbour-" + mark)).hasAttribute("data-hash", hash(first));
            assertThat(row(desk, "quay-" + mark)).hasAttribute("data-hash", hash(second));
            assertThat(row(desk, "pier-" + mark)).hasAttribute("data-hash", hash(third));
            assertThat(row(desk, "pier-" + mark)).containsText("In the picture desk");

            sent.set(0);
            drop(desk, Map.of("logo-" + mark + ".svg", drawing));
            assertThat(row(desk, "logo-" + mark)).containsText("An SVG drawing is not a picture we print");
            assertThat(desk.page.locator("[data-announce=now]")).containsText("SVG");
            assertThat(sent).as("only the first piece was sent").hasValue(1);

            drop(desk, Map.of("copy-" + mark + ".jpg", first));
            assertThat(row(desk, "copy-" + mark)).containsText("Already here");
            row(desk, "copy-" + mark)
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Look at it"))
                    .click();
            assertThat(desk.page).hasURL(java.util.regex.Pattern.compile(".*" + hash(first) + ".*"));
        }
    }

    @Test
    void aBrokenLineIsWaitedOutAndTheBytesArriveAsTheyWereSent() {
        byte[] large = photograph(SEVERAL_PIECES);
        String name = "regatta-" + mark;
        try (DeskInABrowser desk = upload()) {
            breakTheLineAfter(desk, 3);
            drop(desk, Map.of(name + ".jpg", large));
            assertThat(row(desk, name)).hasAttribute("data-state", "lost");
            desk.page.context().setOffline(true);
            desk.page.unroute("**/desk/api/uploads/*");

            assertThat(row(desk, name)).containsText("The line is lost");
            assertThat(row(desk, name)).not().hasAttribute("data-hash", hash(large));
            desk.page.context().setOffline(false);

            assertThat(row(desk, name)).hasAttribute("data-hash", hash(large));
        }
    }

    @Test
    void afterAReloadTheSameFileGoesOnWhereItStood() {
        byte[] large = photograph(SEVERAL_PIECES);
        String name = "lighthouse-" + mark;
        try (DeskInABrowser desk = upload()) {
            breakTheLineAfter(desk, 3);
            drop(desk, Map.of(name + ".jpg", large));
            assertThat(row(desk, name)).hasAttribute("data-state", "lost");
            desk.page.reload();
            assertThat(row(desk, name)).containsText("are here from before");
            desk.page.unroute("**/desk/api/uploads/*");
            AtomicBoolean fromTheStart = new AtomicBoolean();
            desk.page.onRequest(request -> {
                if ("0".equals(request.headers().get("upload-offset"))) {
                    fromTheStart.set(true);
                }
            });

            drop(desk, Map.of(name + ".jpg", large));

            assertThat(row(desk, name)).hasCount(1);
            assertThat(row(desk, name)).hasAttribute("data-hash", hash(large));
            assertThat(fromTheStart).isFalse();
        }
    }

    @Test
    void anUploadGoesOnByItselfAfterTheServiceWasKilledInTheMiddleOfIt() {
        byte[] large = photograph(SEVERAL_PIECES);
        String name = "storm-" + mark;
        try (DeskInABrowser desk = upload()) {
            desk.page.route("**/desk/api/uploads/*", route -> {
                if (route.request().method().equals("PATCH") && ++pieces == 4) {
                    platform.killAtOnce("cms-web");
                }
                route.resume();
            });
            drop(desk, Map.of(name + ".jpg", large));
            assertThat(row(desk, name)).hasAttribute("data-state", "lost");

            Platform.Outcome up = platform.broadsheet("up");

            assertThat(up.exit()).as(up.output()).isZero();
            assertThat(row(desk, name))
                    .hasAttribute(
                            "data-hash", hash(large), new LocatorAssertions.HasAttributeOptions().setTimeout(60_000));
        }
    }

    @Test
    void anUploadIsPausedAndGoesOnByKeyboard() {
        byte[] large = photograph(SEVERAL_PIECES);
        String name = "ferry-" + mark;
        try (DeskInABrowser desk = upload()) {
            AtomicBoolean held = new AtomicBoolean(true);
            desk.page.route("**/desk/api/uploads/*", route -> {
                if (route.request().method().equals("PATCH") && held.get() && ++pieces > 2) {
                    // The piece is on its way for as long as it takes somebody to pause it.
                    return;
                }
                route.resume();
            });
            drop(desk, Map.of(name + ".jpg", large));
            assertThat(row(desk, name)).containsText("a second");

            act(desk, name, "Pause").focus();
            desk.page.keyboard().press("Enter");
            assertThat(row(desk, name)).containsText("Paused");
            assertThat(act(desk, name, "Go on")).isFocused();
            held.set(false);
            desk.page.keyboard().press("Enter");

            assertThat(row(desk, name)).hasAttribute("data-hash", hash(large));
        }
    }

    private DeskInABrowser upload() {
        DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR);
        desk.page.navigate(platform.site("/desk/pictures/upload").toString());
        assertThat(desk.page.getByRole(
                        AriaRole.HEADING,
                        new Page.GetByRoleOptions().setName("Bring pictures in").setLevel(1)))
                .isVisible();
        return desk;
    }

    /// Lets so many pieces through and breaks the line in the next one.
    private void breakTheLineAfter(DeskInABrowser desk, int through) {
        desk.page.route("**/desk/api/uploads/*", route -> {
            if (!route.request().method().equals("PATCH") || ++pieces <= through) {
                route.resume();
            } else {
                route.abort();
            }
        });
    }

    private static void drop(DeskInABrowser desk, Map<String, byte[]> files) {
        List<Map<String, String>> dragged = files.entrySet().stream()
                .map(file -> Map.of(
                        "name", file.getKey(),
                        "type", file.getKey().endsWith(".svg") ? "image/svg+xml" : "image/jpeg",
                        "data", Base64.getEncoder().encodeToString(file.getValue())))
                .toList();
        desk.page.evaluate(DROP, dragged);
    }

    private static Locator row(DeskInABrowser desk, String name) {
        return desk.page.locator(".upload-row").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator act(DeskInABrowser desk, String name, String words) {
        return row(desk, name).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words));
    }

    private static String hash(byte[] file) {
        return PictureHash.of(file).value();
    }

    /// An invented photograph that nobody has sent before, followed by as many bytes as make it large.
    private byte[] photograph(int more) {
        BufferedImage picture = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(random.nextInt(1 << 24)), 900, 600, Color.WHITE));
        pen.fillRect(0, 0, 900, 600);
        pen.dispose();
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "jpeg", out);
            byte[] filler = new byte[more];
            random.nextBytes(filler);
            byte[] jpeg = out.toByteArray();
            byte[] whole = Arrays.copyOf(jpeg, jpeg.length + more);
            System.arraycopy(filler, 0, whole, jpeg.length, more);
            return whole;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
