/// The newspaper itself: its name, its sections, the time it keeps, and the promos it prints below stories.
@ApplicationModule(displayName = "Masthead")
@NullMarked
package org.broadsheet.cms.masthead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
