/// How the library reads the logs of the other services and says how far it is.
@NullMarked
package org.broadsheet.search.follow;

import org.jspecify.annotations.NullMarked;
