/// Picture files as they come in, what is written inside them, and the items they belong to.
@NullMarked
package org.broadsheet.ingest.picture;

import org.jspecify.annotations.NullMarked;
