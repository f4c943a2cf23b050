/// Reads ninjs, the IPTC's news in JSON.
@NullMarked
package org.broadsheet.ingest.ninjs;

import org.jspecify.annotations.NullMarked;
