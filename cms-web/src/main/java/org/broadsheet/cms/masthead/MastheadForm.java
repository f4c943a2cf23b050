package org.broadsheet.cms.masthead;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The masthead as it is sent to us (`PUT /api/masthead`), before anybody has looked at it: anything may be missing.
record MastheadForm(
        @Nullable String name,
        @Nullable String tagline,
        @Nullable String timeZone,
        @Nullable String language,
        @Nullable List<@Nullable SectionForm> sections,
        @Nullable List<@Nullable PromoForm> promos) {

    /// A section as sent; its place in the list is its place on the page.
    record SectionForm(
            @Nullable String slug,
            @Nullable String name,
            @Nullable List<@Nullable String> mediaTopics) {}

    /// A promo as sent; without a section it runs on every page, without dates always.
    record PromoForm(
            @Nullable UUID id,
            @Nullable String section,
            @Nullable String words,
            @Nullable String href,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}
}
