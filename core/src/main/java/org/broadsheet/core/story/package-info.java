/// What a story is made of, and the states it passes through from draft to publication or spike.
@NullMarked
package org.broadsheet.core.story;

import org.jspecify.annotations.NullMarked;
