package org.broadsheet.ops.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// The house may be shut for the night: everything is still there in the morning, and nobody has to sign in again.
class RestartTest {

    private final Platform platform = Platform.running();

    @Test
    void afterDownAndUpEverythingIsThereAndStaffAreStillSignedIn() {
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            List<String> front = frontPage();
            int wire = desk.page.locator("[data-rows] .row").count();

            Platform.Outcome down = platform.broadsheet("down");
            assertThat(down.exit()).as(down.output()).isZero();
            Platform.Outcome up = platform.broadsheet("up");
            assertThat(up.exit()).as(up.output()).isZero();

            assertThat(frontPage()).isNotEmpty().isEqualTo(front);
            desk.openWire();
            assertThat(desk.page).hasURL(Pattern.compile(".*/desk/wire.*"));
            assertThat(desk.page.locator("[data-rows] .row")).hasCount(wire);
        }
    }

    @Test
    void aSecondUpChangesNothing() {
        List<String> front = frontPage();

        Platform.Outcome again = platform.broadsheet("up", "--demo");

        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(frontPage()).isEqualTo(front);
    }

    private List<String> frontPage() {
        return Jsoup.parse(platform.read("/").body()).select("main a[href]").eachAttr("href").stream()
                .distinct()
                .toList();
    }
}
