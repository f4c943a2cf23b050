/// Where pictures are developed: originals read within bounds, turned upright, cropped, and printed in the sizes of the
/// site.
@ApplicationModule(displayName = "Darkroom")
@NullMarked
package org.broadsheet.cms.darkroom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
