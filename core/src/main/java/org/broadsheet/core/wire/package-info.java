/// What the agencies send: wire items, their versions, notes and status.
@NullMarked
package org.broadsheet.core.wire;

import org.jspecify.annotations.NullMarked;
