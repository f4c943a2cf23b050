/// What the bytes of a payload mean: each format of the trade is recognised by its content.
@NullMarked
package org.broadsheet.ingest.format;

import org.jspecify.annotations.NullMarked;
