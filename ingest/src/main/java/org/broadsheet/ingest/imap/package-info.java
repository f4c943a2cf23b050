/// Feeds that come as mail into a mailbox of ours.
@NullMarked
package org.broadsheet.ingest.imap;

import org.jspecify.annotations.NullMarked;
