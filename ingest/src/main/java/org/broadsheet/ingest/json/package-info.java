/// JSON that nobody vouches for, read within limits.
@NullMarked
package org.broadsheet.ingest.json;

import org.jspecify.annotations.NullMarked;
