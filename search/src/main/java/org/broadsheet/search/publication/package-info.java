/// Follows the desk's publication log: what is published can be found, what is killed cannot.
@NullMarked
package org.broadsheet.search.publication;

import org.jspecify.annotations.NullMarked;
