/// How pictures come in by hand: piece by piece from a browser, so that a lost line costs no more than a piece, or from
/// an address on the newsroom's list.
@ApplicationModule(displayName = "Uploads")
@NullMarked
package org.broadsheet.cms.upload;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
