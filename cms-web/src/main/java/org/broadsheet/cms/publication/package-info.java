/// The publication log, in which the rest of the house reads what went out and what was killed.
@NullMarked
package org.broadsheet.cms.publication;

import org.jspecify.annotations.NullMarked;
