/// NITF, the mark-up agencies write their stories in: as a document of its own and inside other formats.
@NullMarked
package org.broadsheet.ingest.nitf;

import org.jspecify.annotations.NullMarked;
