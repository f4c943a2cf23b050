/// What a story is about, in the subject codes of the IPTC.
@NullMarked
package org.broadsheet.core.subject;

import org.jspecify.annotations.NullMarked;
