/// Routing: the rules by which wire copy finds its desk, its section and sometimes its readers.
@NullMarked
package org.broadsheet.ingest.routing;

import org.jspecify.annotations.NullMarked;
