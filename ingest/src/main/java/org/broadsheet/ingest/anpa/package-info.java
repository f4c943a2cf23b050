/// Dispatches as teleprinters and their computers sent them: ANPA 1312 and IPTC 7901.
@NullMarked
package org.broadsheet.ingest.anpa;

import org.jspecify.annotations.NullMarked;
