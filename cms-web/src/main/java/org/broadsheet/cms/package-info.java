/// The desk and the public site: where wire copy becomes a story that readers open.
@NullMarked
package org.broadsheet.cms;

import org.jspecify.annotations.NullMarked;
