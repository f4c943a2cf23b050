/// The wire basket: what the agencies sent, in its newest version, and what the desk did with it.
@NullMarked
package org.broadsheet.cms.wire;

import org.jspecify.annotations.NullMarked;
