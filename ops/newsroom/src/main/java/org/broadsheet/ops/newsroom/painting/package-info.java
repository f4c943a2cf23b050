/// The painter of the invented agency: draws each picture of the wire by program, the same for the same seed.
@NullMarked
package org.broadsheet.ops.newsroom.painting;

import org.jspecify.annotations.NullMarked;
