/// The wire log: every settled item in order, for the desk and the search to follow.
@NullMarked
package org.broadsheet.ingest.wirelog;

import org.jspecify.annotations.NullMarked;
