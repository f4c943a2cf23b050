/// Which version of an item counts, whatever the order the versions arrive in.
@NullMarked
package org.broadsheet.ingest.settle;

import org.jspecify.annotations.NullMarked;
