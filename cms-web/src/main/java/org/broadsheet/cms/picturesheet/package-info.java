/// What is known of every picture beside its pixels: what its file says, what the wire says, and what the picture desk
/// has made of it.
@ApplicationModule(displayName = "Picture sheets")
@NullMarked
package org.broadsheet.cms.picturesheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
