/// Reads what websites syndicate: RSS, Atom and JSON Feed.
@NullMarked
package org.broadsheet.ingest.syndication;

import org.jspecify.annotations.NullMarked;
