/// What somebody has to look at: feeds that are quiet or fail, and a quarantine that grows.
@NullMarked
package org.broadsheet.ingest.alarm;

import org.jspecify.annotations.NullMarked;
