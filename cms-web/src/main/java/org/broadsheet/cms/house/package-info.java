/// The doors of the building: which port answers what, what a page may load, and what is said when something goes
/// wrong.
@NullMarked
package org.broadsheet.cms.house;

import org.jspecify.annotations.NullMarked;
