/// A public corpus of old agency copy, put back on the wire it came in on.
@NullMarked
package org.broadsheet.ops.newsroom.corpus;

import org.jspecify.annotations.NullMarked;
