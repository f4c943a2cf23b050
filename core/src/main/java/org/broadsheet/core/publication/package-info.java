/// What the desk tells the rest of the house: a story was published, a story was killed.
@NullMarked
package org.broadsheet.core.publication;

import org.jspecify.annotations.NullMarked;
