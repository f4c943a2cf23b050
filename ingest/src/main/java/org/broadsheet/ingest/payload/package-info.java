/// What came in: the bytes as the agency sent them, and a receipt for each with what became of it.
@NullMarked
package org.broadsheet.ingest.payload;

import org.jspecify.annotations.NullMarked;
