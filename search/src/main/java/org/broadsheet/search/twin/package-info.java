/// Finds wire items that hold the same story as another: one text through two feeds, or two agencies' copies of it.
@NullMarked
package org.broadsheet.search.twin;

import org.jspecify.annotations.NullMarked;
