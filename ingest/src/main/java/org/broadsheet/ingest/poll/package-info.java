/// Feeds that are fetched from the web: one document, many pages of it, or a list whose items are fetched one by one.
@NullMarked
package org.broadsheet.ingest.poll;

import org.jspecify.annotations.NullMarked;
