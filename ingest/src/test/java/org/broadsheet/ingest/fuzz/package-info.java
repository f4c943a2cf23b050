/// Bytes that no agency would send, thrown at every parser.
@NullMarked
package org.broadsheet.ingest.fuzz;

import org.jspecify.annotations.NullMarked;
