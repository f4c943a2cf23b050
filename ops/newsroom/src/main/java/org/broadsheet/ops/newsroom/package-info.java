/// An invented newspaper, the invented agency that feeds it, and the choices its desk makes from the wire.
@NullMarked
package org.broadsheet.ops.newsroom;

import org.jspecify.annotations.NullMarked;
