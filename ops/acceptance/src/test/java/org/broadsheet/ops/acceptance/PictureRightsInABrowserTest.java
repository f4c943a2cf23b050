package org.broadsheet.ops.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/// What is the matter with a picture is said before it goes out, and one act takes it from every page afterwards.
class PictureRightsInABrowserTest {

    private static final Pattern PICTURE = Pattern.compile("/pictures/([0-9a-f]{64})/");
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Platform platform = Platform.running();

    @Test
    void aCaptionThatIsAmissSaysWhatToDoAndLeadsThere() {
        Shown shown = leading();
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            open(desk, "/desk/pictures/" + shown.hash() + "/rights");
            desk.page.locator(".rights-list a[href^='/desk/stories/']").first().click();
            assertThat(desk.page.locator("[data-editor]")).not().hasAttribute("aria-busy", "true");
            Locator card = desk.page.locator("[data-pictures] .card").first();
            card.locator("details").evaluate("details => { details.open = true; }");

            card.locator("[data-part=text]").fill("Ships wait on Monday, November 24, 2026");
            card.locator("[data-part=alt]").fill("Ships wait on Monday, November 24, 2026");
            desk.page.keyboard().press("Control+s");

            Locator checks = desk.page.locator("[data-checks]");
            assertThat(checks).containsText("but 2026-11-24 was a Tuesday.");
            assertThat(checks).containsText("names nobody in its caption.");
            assertThat(checks).containsText("Describe what can be seen; the caption says what it means.");
            checks.locator("li", new Locator.LocatorOptions().setHasText("read out twice"))
                    .getByRole(AriaRole.BUTTON)
                    .click();
            assertThat(card.locator("[data-part=alt]")).isFocused();
        }
    }

    @Test
    void aPictureTakenDownIsOffEveryPageAtOnceAndComesBackWhenItIsAllowed() {
        Shown shown = leading();
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, "jonas")) {
            open(desk, "/desk/pictures/" + shown.hash() + "/rights");
            Locator rights = desk.page.locator("[data-rights]");
            assertThat(rights).containsText(shown.page());

            rights.locator("[data-act=take-down]").click();
            desk.page.locator("#rights-reason").fill("The family asked for it");
            desk.page.getByRole(AriaRole.BUTTON, named("Take it down")).click();
            assertThat(rights.locator("[data-act=allow]")).isVisible();
            assertThat(rights).containsText("The family asked for it");

            Platform.eventually(AT_ONCE, "it is off every page", () -> visible(shown), where -> where.isEmpty());
            assertThat(platform.read(shown.page()).statusCode()).isEqualTo(200);

            rights.locator("[data-act=allow]").click();
            desk.page.locator("#rights-reason").fill("The family agreed after all");
            desk.page.getByRole(AriaRole.BUTTON, named("Allow it")).click();
            assertThat(rights.locator("[data-act=take-down]")).isVisible();
            assertThat(visible(shown)).containsExactly("/", shown.page(), shown.address());
        }
    }

    /// Where readers still see it.
    private List<String> visible(Shown shown) {
        List<String> seen = new ArrayList<>();
        for (String page : List.of("/", shown.page())) {
            if (platform.read(page).body().contains(shown.hash())) {
                seen.add(page);
            }
        }
        if (platform.read(shown.address()).statusCode() == 200) {
            seen.add(shown.address());
        }
        return seen;
    }

    /// The picture that leads the front page.
    private Shown leading() {
        Document front = Jsoup.parse(platform.read("/").body());
        String address = front.selectFirst(".card-lead img").attr("src");
        Matcher picture = PICTURE.matcher(address);
        assertThat(picture.find()).as(address).isTrue();
        return new Shown(
                picture.group(1), address, front.selectFirst(".card-lead a").attr("href"));
    }

    private void open(DeskInABrowser desk, String screen) {
        desk.page.navigate(platform.site(screen).toString());
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    /// @param hash of the picture
    /// @param address at which readers have it
    /// @param page of the story that it leads
    private record Shown(String hash, String address, String page) {}
}
