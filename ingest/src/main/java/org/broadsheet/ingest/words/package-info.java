/// What the words of an item say that is data, whatever the format: headline tags, dateline, sign-off, embargo,
/// purpose.
@NullMarked
package org.broadsheet.ingest.words;

import org.jspecify.annotations.NullMarked;
