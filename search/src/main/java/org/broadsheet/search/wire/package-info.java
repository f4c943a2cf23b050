/// Follows the wire log of intake: what the agencies sent stands in an index of its own.
@NullMarked
package org.broadsheet.search.wire;

import org.jspecify.annotations.NullMarked;
