package org.broadsheet.ops.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// A picture of the front page is cut anew: readers see it as soon as it is saved, and what was there before is to be
/// had again.
class CropsAtTheDeskTest {

    private static final Pattern PICTURE = Pattern.compile("/pictures/([0-9a-f]{64})/wide/");

    private final Platform platform = Platform.running();

    @Test
    void aFocalPointAndACropAreSetSeenByReadersAndTakenBack() {
        String leading = Jsoup.parse(platform.read("/").body())
                .selectFirst(".card-lead img")
                .attr("src");
        Matcher named = PICTURE.matcher(leading);
        assertThat(named.find()).as(leading).isTrue();
        String crop = "/pictures/" + named.group(1) + "/wide/828.jpg";
        String before = tag(crop);
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            Page page = desk.page;
            page.navigate(
                    platform.site("/desk/pictures/" + named.group(1) + "/crops").toString());
            Locator state = page.locator(".crop-state");
            assertThat(state).hasText("Saved");
            String proposed = print(page);

            BoundingBox picture = page.locator(".crop-picture").boundingBox();
            page.locator(".crop-stage")
                    .click(new Locator.ClickOptions().setPosition(picture.width / 4, picture.height / 4));
            Locator point = page.locator(".crop-point");
            assertThat(point).hasAttribute("aria-label", "Focal point: 25 % from the left, 25 % from the top");
            page.keyboard().press("Shift+ArrowRight");
            page.keyboard().press("ArrowUp");
            assertThat(point).hasAttribute("aria-label", "Focal point: 35 % from the left, 24 % from the top");
            assertThat(state).hasText("Not saved yet");
            page.keyboard().press("Control+s");
            assertThat(state).hasText("Saved");
            String focused = tag(crop);

            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("16:9").setExact(true))
                    .click();
            drag(page, ".crop-handle[data-side=nw]", picture.width / 2, picture.height / 2);
            drag(page, ".crop-frame", -picture.width / 5, -20);
            assertThat(print(page)).isNotEqualTo(proposed);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Save").setExact(true))
                    .click();
            assertThat(state).hasText("Saved");

            assertThat(page.locator(".crop-change").first()).containsText("16:9");
            assertThat(tag(crop)).isNotIn(before, focused);
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions()
                                    .setName("Back to the proposal")
                                    .setExact(true))
                    .click();
            page.keyboard().press("Control+s");
            assertThat(state).hasText("Saved");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName(Pattern.compile("^Restore: Proposed focal point")))
                    .first()
                    .click();
            assertThat(page.locator(".notice")).containsText("Restored");

            assertThat(tag(crop)).isEqualTo(before);
            assertThat(print(page)).isEqualTo(proposed);
        }
    }

    private String tag(String address) {
        var answer = platform.read(address);
        assertThat(answer.statusCode()).as(address).isEqualTo(200);
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    private static void drag(Page page, String what, double across, double down) {
        BoundingBox box = page.locator(what).boundingBox();
        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2 + across, box.y + box.height / 2 + down);
        page.mouse().up();
    }

    /// What the preview of the 16:9 crop shows.
    private static String print(Page page) {
        return (String) page.evaluate("document.querySelector('.crop-shot[data-crop=wide] canvas').toDataURL()");
    }
}
