package org.broadsheet.cms.site;

import java.time.InstantSource;
import org.broadsheet.cms.masthead.Masthead;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the frame around a page.
@Component
class Frames {

    private final SiteSettings settings;
    private final StyleSheet styleSheet;
    private final InstantSource clock;
    private volatile Masthead lastPrinted = Masthead.UNNAMED;

    Frames(SiteSettings settings, StyleSheet styleSheet, InstantSource clock) {
        this.settings = settings;
        this.styleSheet = styleSheet;
        this.clock = clock;
    }

    /// The masthead of the last page, for the page that says that the database is down.
    Masthead lastPrinted() {
        return lastPrinted;
    }

    /// How this newspaper prints dates now.
    NewsDates dates(Masthead masthead) {
        return new NewsDates(masthead.timeZone(), masthead.language(), clock.instant());
    }

    Frame front(Masthead masthead) {
        String title = masthead.tagline().isEmpty() ? masthead.name() : masthead.name() + " — " + masthead.tagline();
        return frame(masthead, "", title, masthead.tagline(), "/", "front");
    }

    Frame section(Masthead masthead, String slug, String name) {
        return frame(masthead, slug, titled(masthead, name), "", "/" + slug, "section");
    }

    Frame story(Masthead masthead, String section, String headline, String description, String address) {
        return frame(masthead, section, titled(masthead, headline), description, address, "story");
    }

    Frame notice(Masthead masthead) {
        return frame(masthead, "", masthead.name(), "", null, "notice");
    }

    private Frame frame(
            Masthead masthead,
            String section,
            String title,
            String description,
            @Nullable String address,
            String kind) {
        lastPrinted = masthead;
        return new Frame(
                masthead.name(),
                masthead.tagline(),
                masthead.language(),
                dates(masthead).today(),
                masthead.sections().stream()
                        .map(each -> new Frame.SectionLink(
                                each.name(), "/" + each.slug(), each.slug().equals(section)))
                        .toList(),
                styleSheet.address(),
                title,
                description,
                address == null ? null : settings.absolute(address),
                kind);
    }

    private static String titled(Masthead masthead, String what) {
        return what + " — " + masthead.name();
    }
}
