/// The screens of the desk: signing in, the wire basket, stories and the editor, and those from which the wire
/// room is run.
@NullMarked
package org.broadsheet.cms.desk;

import org.jspecify.annotations.NullMarked;
