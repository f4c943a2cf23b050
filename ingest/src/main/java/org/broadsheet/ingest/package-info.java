/// The wire room: whatever an agency sends comes in here, once and in order.
@NullMarked
package org.broadsheet.ingest;

import org.jspecify.annotations.NullMarked;
