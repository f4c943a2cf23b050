/// The path of a payload from receipt to wire log, one step after the other.
@NullMarked
package org.broadsheet.ingest.intake;

import org.jspecify.annotations.NullMarked;
