/// The feeds the desk has ordered: where each comes from, how, how often, and how it is doing.
@NullMarked
package org.broadsheet.ingest.feed;

import org.jspecify.annotations.NullMarked;
