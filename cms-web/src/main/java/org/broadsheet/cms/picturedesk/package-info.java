/// The picture desk: pictures are found, what is known of them is written, and where they stand is shown.
@NullMarked
package org.broadsheet.cms.picturedesk;

import org.jspecify.annotations.NullMarked;
