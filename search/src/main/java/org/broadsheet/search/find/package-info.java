/// Finds published stories by the words a reader or an editor types.
@NullMarked
package org.broadsheet.search.find;

import org.jspecify.annotations.NullMarked;
