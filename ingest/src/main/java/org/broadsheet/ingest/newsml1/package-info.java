/// NewsML 1.2, the agencies' older envelope: news items whose components hold text and pictures side by side.
@NullMarked
package org.broadsheet.ingest.newsml1;

import org.jspecify.annotations.NullMarked;
