/// Feeds whose files lie on an SFTP server of the sender.
@NullMarked
package org.broadsheet.ingest.sftp;

import org.jspecify.annotations.NullMarked;
