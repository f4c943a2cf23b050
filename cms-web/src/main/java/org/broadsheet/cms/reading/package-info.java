/// How often stories are opened, counted on the server by the hour; no reader is known and no cookie is set.
@ApplicationModule(displayName = "Reading")
@NullMarked
package org.broadsheet.cms.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
