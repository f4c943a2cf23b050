/// Which published stories belong with a story, and why.
@NullMarked
package org.broadsheet.search.related;

import org.jspecify.annotations.NullMarked;
