/// Every call the wire room makes to the outside, and everything it reads from there: where to, how much, how long.
@NullMarked
package org.broadsheet.ingest.fetch;

import org.jspecify.annotations.NullMarked;
