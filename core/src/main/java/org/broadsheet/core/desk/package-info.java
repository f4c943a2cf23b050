/// The newsroom itself: sections, roles, promos, and why the desk says no.
@NullMarked
package org.broadsheet.core.desk;

import org.jspecify.annotations.NullMarked;
