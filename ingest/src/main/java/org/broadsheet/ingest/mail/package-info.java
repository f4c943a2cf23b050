/// Reads e-mail: a story in it, and the files that come with it.
@NullMarked
package org.broadsheet.ingest.mail;

import org.jspecify.annotations.NullMarked;
