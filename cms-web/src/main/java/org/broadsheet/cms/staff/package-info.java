/// The people of the newsroom: who they are, what they may do, and how they sign in.
@NullMarked
package org.broadsheet.cms.staff;

import org.jspecify.annotations.NullMarked;
