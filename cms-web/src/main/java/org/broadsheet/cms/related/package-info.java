/// Related stories as search last listed them, kept beside the story so that a page never waits for search.
@ApplicationModule(displayName = "Related")
@NullMarked
package org.broadsheet.cms.related;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
