/// A real PostgreSQL with nothing to install, for a laptop and for the tests.
@NullMarked
package org.broadsheet.ops.postgresql;

import org.jspecify.annotations.NullMarked;
