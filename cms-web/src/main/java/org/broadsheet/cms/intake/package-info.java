/// How the desk runs the wire room: feeds, quarantine, routing rules and alarms, asked of the intake service.
@NullMarked
package org.broadsheet.cms.intake;

import org.jspecify.annotations.NullMarked;
