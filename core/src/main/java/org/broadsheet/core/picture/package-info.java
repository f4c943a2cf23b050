/// Pictures as the picture desk sees them: caption, credit, dates and whether they come from the files.
@NullMarked
package org.broadsheet.core.picture;

import org.jspecify.annotations.NullMarked;
