/// Payloads that could not be read, with the reason, until somebody looks at them.
@NullMarked
package org.broadsheet.ingest.quarantine;

import org.jspecify.annotations.NullMarked;
