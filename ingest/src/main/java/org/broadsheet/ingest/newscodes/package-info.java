/// The IPTC's NewsCodes as far as they are bundled: what prefixes stand for and what the topics at the top are called.
@NullMarked
package org.broadsheet.ingest.newscodes;

import org.jspecify.annotations.NullMarked;
