/// Where a picture comes from, as far as its file says, for the desk: Content Credentials, how it was made, and the
/// original itself.
@NullMarked
package org.broadsheet.cms.provenance;

import org.jspecify.annotations.NullMarked;
