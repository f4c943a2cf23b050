/// Feeds whose files lie on an FTP or FTPS server of the sender.
@NullMarked
package org.broadsheet.ingest.ftp;

import org.jspecify.annotations.NullMarked;
