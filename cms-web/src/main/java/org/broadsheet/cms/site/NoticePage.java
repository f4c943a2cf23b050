package org.broadsheet.cms.site;

import java.util.List;

/// A page that says why there is nothing else here.
///
/// @param notice which words of `messages/site.properties` it says: `unknown`, `killed`, `later`, `refused` or
/// `trouble`
/// @param latest what a reader may read instead
record NoticePage(Frame frame, String notice, List<Headline> latest) {}
