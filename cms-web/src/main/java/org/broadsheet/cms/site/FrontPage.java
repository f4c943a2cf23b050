package org.broadsheet.cms.site;

import java.util.List;
import org.broadsheet.cms.masthead.Promo;
import org.jspecify.annotations.Nullable;

/// The front page as a reader sees it. No story stands on it twice.
///
/// @param lead the story of the hour; `null` while nothing is published
/// @param seconds what comes right after it
/// @param latest the newest of the rest
/// @param blocks a block for each section that has more
record FrontPage(
        Frame frame,
        @Nullable Headline lead,
        List<Headline> seconds,
        List<Headline> latest,
        List<SectionBlock> blocks,
        List<Promo> promos) {

    /// A section on the front page.
    ///
    /// @param head the story on top of the block
    /// @param rest the others
    record SectionBlock(String name, String address, Headline head, List<Headline> rest) {}
}
