/// Who may ask this service, how it answers when it cannot, and what it says of itself.
@NullMarked
package org.broadsheet.search.house;

import org.jspecify.annotations.NullMarked;
