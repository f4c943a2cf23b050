/// The copy desk: taking, saving, submitting, spiking, publishing and killing stories.
@NullMarked
package org.broadsheet.cms.story;

import org.jspecify.annotations.NullMarked;
