package org.broadsheet.cms.site;

import java.util.List;
import org.broadsheet.cms.masthead.Promo;
import org.jspecify.annotations.Nullable;

/// A section front as a reader sees it.
///
/// @param name of the section
/// @param lead the story on top; `null` while the section is empty
/// @param seconds beside and below it
/// @param rest the others, newest first
/// @param elsewhere the newest of the other sections
record SectionFront(
        Frame frame,
        String name,
        @Nullable Headline lead,
        List<Headline> seconds,
        List<Headline> rest,
        List<Headline> elsewhere,
        List<Promo> promos) {}
