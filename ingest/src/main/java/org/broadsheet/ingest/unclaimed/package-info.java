/// Picture files that no item names: those that say enough of themselves become items of their own.
@NullMarked
package org.broadsheet.ingest.unclaimed;

import org.jspecify.annotations.NullMarked;
