/// Who may ask the wire room, and what it says of itself.
@NullMarked
package org.broadsheet.ingest.house;

import org.jspecify.annotations.NullMarked;
