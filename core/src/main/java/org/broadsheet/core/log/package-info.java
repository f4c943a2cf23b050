/// The ordered logs the services tell each other things by, and how a reader follows one without losing its place.
@NullMarked
package org.broadsheet.core.log;

import org.jspecify.annotations.NullMarked;
