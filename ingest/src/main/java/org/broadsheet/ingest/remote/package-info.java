/// Files on other people's servers: which are whole, which are new, and what becomes of them once they are ours.
@NullMarked
package org.broadsheet.ingest.remote;

import org.jspecify.annotations.NullMarked;
