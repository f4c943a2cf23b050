/// What a picture's file holds besides its pixels: its kind, how it was held, its words, and who vouches for it.
@ApplicationModule(displayName = "Picture files")
@NullMarked
package org.broadsheet.cms.picturefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
