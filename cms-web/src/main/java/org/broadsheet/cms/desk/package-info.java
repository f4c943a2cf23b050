/// The screens of the desk: signing in, the wire basket, the list of stories and the editor.
@NullMarked
package org.broadsheet.cms.desk;

import org.jspecify.annotations.NullMarked;
