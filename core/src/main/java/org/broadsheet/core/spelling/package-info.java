/// How the wires spell what more than one grammar has to read: white space, dashes, days, and the names of agencies.
@NullMarked
package org.broadsheet.core.spelling;

import org.jspecify.annotations.NullMarked;
