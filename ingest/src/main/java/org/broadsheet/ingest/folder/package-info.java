/// The watched folder: agencies drop files here, a folder a feed.
@NullMarked
package org.broadsheet.ingest.folder;

import org.jspecify.annotations.NullMarked;
