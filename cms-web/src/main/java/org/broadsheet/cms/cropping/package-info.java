/// Where the picture desk says how a picture is cut: the point every crop keeps, the crops drawn by hand, and all that
/// was there before.
@NullMarked
package org.broadsheet.cms.cropping;

import org.jspecify.annotations.NullMarked;
