/// Whether pictures may be shown: their usage terms as dated rules, the newsroom's own rules for captions and sources,
/// and what becomes of public pages when a right ends or a picture is taken down.
@ApplicationModule(displayName = "Rights of pictures")
@NullMarked
package org.broadsheet.cms.picturerights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
