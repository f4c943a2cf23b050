package org.broadsheet.ops.newsroom;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The newspaper's name, sections and promos, in the shape of the body of `PUT /api/masthead`.
///
/// @param name on top of every page
/// @param tagline below the name
/// @param timeZone an IANA zone: the publication's own clock
/// @param language a BCP 47 tag
/// @param sections in the order of the navigation
/// @param promos lines of the site's own
public record DemoMasthead(
        String name,
        String tagline,
        String timeZone,
        String language,
        List<SectionCard> sections,
        List<PromoCard> promos) {

    public DemoMasthead {
        sections = List.copyOf(sections);
        promos = List.copyOf(promos);
    }

    /// A section of the newspaper.
    ///
    /// @param slug the first segment of its addresses
    /// @param name as printed
    /// @param mediaTopics the IPTC subject codes whose copy is suggested for it
    public record SectionCard(String slug, String name, List<String> mediaTopics) {

        public SectionCard {
            mediaTopics = List.copyOf(mediaTopics);
        }
    }

    /// A line of the site's own below a story.
    ///
    /// @param id the same in every run, so that putting it twice makes one
    /// @param section the slug of the only section it stands in; `null` for the whole site
    /// @param words what it says
    /// @param href where it leads
    /// @param startsAt not before; `null` for always
    /// @param endsAt not after; `null` for ever
    public record PromoCard(
            UUID id,
            @Nullable String section,
            String words,
            String href,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt) {}
}
