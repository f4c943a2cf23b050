package org.broadsheet.ops.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.broadsheet.ops.newsroom.DemoNewsroom;
import org.broadsheet.ops.newsroom.WireCopy;
import org.junit.jupiter.api.Test;

/// The desk lets nothing out that must not go out, and loses nobody's words.
class CarefulDeskTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Platform platform = Platform.running();

    @Test
    void aStoryWithoutASectionIsRefusedWithASentenceAtTheField() {
        WireCopy bulletin = sent("section", null);
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            desk.take(bulletin.headline());

            desk.page.keyboard().press("Control+Enter");

            assertThat(desk.page.locator("[data-field=section]")).containsText("section");
            assertThat(desk.page.locator("#section")).isFocused();
            assertThat(desk.page.locator(".bar [data-part=state]")).hasText("Draft");
        }
    }

    @Test
    void aStoryUnderEmbargoIsRefused() {
        WireCopy bulletin = sent("embargo", Instant.now().plus(Duration.ofHours(2)));
        try (DeskInABrowser desk = DeskInABrowser.signIn(platform, Platform.EDITOR)) {
            assertThat(desk.row(bulletin.headline())).containsText("embargo until");
            desk.take(bulletin.headline());
            desk.choose("world");

            desk.page.keyboard().press("Control+Enter");

            assertThat(desk.page.locator("body")).containsText("It cannot go out yet");
            assertThat(desk.page.locator(".bar [data-part=state]")).hasText("Draft");
        }
    }

    @Test
    void whoWritesOnAnOlderVersionIsAskedAndLosesNothing() {
        WireCopy bulletin = sent("windows", null);
        try (DeskInABrowser first = DeskInABrowser.signIn(platform, Platform.EDITOR);
                DeskInABrowser second = DeskInABrowser.signIn(platform, "margit")) {
            first.take(bulletin.headline());
            second.page.navigate(first.page.url());
            assertThat(second.page.locator("[data-editor]")).not().hasAttribute("aria-busy", "true");
            Locator firstHeadline = first.page.locator("#headline");
            Locator secondHeadline = second.page.locator("#headline");

            firstHeadline.fill("The first editor's headline");
            first.page.keyboard().press("Control+s");
            assertThat(first.page.locator("[data-saving]")).containsText(Pattern.compile("v2 · saved"));
            secondHeadline.fill("The second editor's headline");
            second.page.keyboard().press("Control+s");

            Locator dialog = second.page.locator("dialog[data-dialog=conflict]");
            assertThat(dialog).isVisible();
            assertThat(dialog).containsText("The first editor's headline");
            assertThat(dialog).containsText("The second editor's headline");
            dialog.locator("[data-part=mine-go]").click();
            assertThat(second.page.locator("[data-saving]")).containsText(Pattern.compile("v3 · saved"));
            first.page.reload();
            assertThat(firstHeadline).hasValue("The second editor's headline");
            assertThat(first.page.locator("[data-history]")).containsText("v2");
        }
    }

    private WireCopy sent(String what, Instant embargo) {
        String name = what + Long.toString(System.nanoTime(), 36);
        WireCopy bulletin = WireTraffic.bulletins(name, 1).getFirst();
        WireCopy copy = embargo == null ? bulletin : bulletin.embargoedUntil(embargo);
        WireTraffic.drop(platform.home, "demo", name + ".xml", WireTraffic.AGENCE_NORD.text(copy));
        EditorAtWork editor = EditorAtWork.signIn(platform, Platform.EDITOR);
        Platform.eventually(
                SOON,
                "the copy is in the basket",
                () -> editor.basket().stream()
                        .anyMatch(item -> item.path("provider").asString().equals(DemoNewsroom.AGENCY)
                                && item.path("guid").asString().equals(copy.guid())),
                there -> there);
        return copy;
    }
}
