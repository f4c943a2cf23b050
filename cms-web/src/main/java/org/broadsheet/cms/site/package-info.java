/// What readers see: the front page, the section fronts and the story pages, without a script and without a cookie.
@ApplicationModule(displayName = "Site")
@NullMarked
package org.broadsheet.cms.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
