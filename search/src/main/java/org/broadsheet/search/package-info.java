/// The library: finds stories and says which belong together.
@NullMarked
package org.broadsheet.search;

import org.jspecify.annotations.NullMarked;
