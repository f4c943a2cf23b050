package org.broadsheet.ops.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/// A member of staff before a browser.
final class DeskInABrowser implements AutoCloseable {

    final Page page;
    private final Platform platform;
    private final BrowserContext context;

    private DeskInABrowser(Platform platform, BrowserContext context) {
        this.platform = platform;
        this.context = context;
        this.page = context.newPage();
        page.onPageError(error -> {
            throw new AssertionError("A script of the desk broke: " + error);
        });
        page.onResponse(answer -> {
            if (answer.status() >= 400 && answer.url().contains("/desk/assets/")) {
                throw new AssertionError("The desk names what is not there: " + answer.url());
            }
        });
    }

    static DeskInABrowser signIn(Platform platform, String login) {
        DeskInABrowser desk = new DeskInABrowser(platform, Browsers.chromium().newContext());
        desk.page.navigate(platform.site("/desk").toString());
        desk.page.getByLabel("Sign-in name").fill(login);
        desk.page
                .getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                .fill(platform.logins().get(login));
        desk.page
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(desk.page).hasURL(Pattern.compile(".*/desk/wire.*"));
        return desk;
    }

    void openWire() {
        page.navigate(platform.site("/desk/wire").toString());
    }

    Locator row(String headline) {
        return page.locator("[data-rows] .row")
                .filter(new Locator.FilterOptions().setHasText(headline))
                .first();
    }

    /// Takes an item from the basket with the keyboard; the editor opens.
    void take(String headline) {
        row(headline).click();
        assertThat(page.locator(".item [data-part=headline]")).hasText(headline);
        page.locator("[data-rows]").focus();
        page.keyboard().press("t");
        assertThat(page).hasURL(Pattern.compile(".*/desk/stories/[0-9a-f-]{36}.*"));
        assertThat(page.locator("[data-editor]")).not().hasAttribute("aria-busy", "true");
    }

    void choose(String section) {
        page.getByLabel("Section", new Page.GetByLabelOptions().setExact(true)).selectOption(section);
    }

    /// Publishes with the keyboard; the public path.
    String publish() {
        page.keyboard().press("Control+Enter");
        Locator link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open the page"));
        assertThat(link).isVisible();
        return java.net.URI.create(link.getAttribute("href")).getPath();
    }

    void kill(String reason) {
        page.locator(".bar [data-act=kill]").click();
        page.locator("#kill-reason").fill(reason);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kill it for good"))
                .click();
        assertThat(page.locator(".bar [data-part=state]")).hasText("Killed");
    }

    String storyId() {
        return page.locator("[data-editor]").getAttribute("data-story");
    }

    /// What stands in a field of the editor, by its name.
    String field(String name) {
        return page.locator("[data-story-form] [name='" + name + "']").inputValue();
    }

    @Override
    public void close() {
        context.close();
    }
}
