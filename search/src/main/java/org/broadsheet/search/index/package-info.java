/// The indices in Elasticsearch: what they hold, how entries get in, and where each log reader keeps its place.
@NullMarked
package org.broadsheet.search.index;

import org.jspecify.annotations.NullMarked;
