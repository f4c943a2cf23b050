/// NewsML-G2, the agencies' main format: texts, pictures and packages of them.
@NullMarked
package org.broadsheet.ingest.newsmlg2;

import org.jspecify.annotations.NullMarked;
