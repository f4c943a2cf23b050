/// Copy that agencies push to us over HTTP, each feed with a signature of its own.
@NullMarked
package org.broadsheet.ingest.push;

import org.jspecify.annotations.NullMarked;
