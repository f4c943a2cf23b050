/// The pictures we hold: originals kept untouched under the hash of their bytes, and the sizes readers are sent.
@ApplicationModule(displayName = "Pictures")
@NullMarked
package org.broadsheet.cms.picture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
