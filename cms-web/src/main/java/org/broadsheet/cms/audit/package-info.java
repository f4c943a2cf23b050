/// The book in which every action of the desk stands once: who did what to which story, and when.
@NullMarked
package org.broadsheet.cms.audit;

import org.jspecify.annotations.NullMarked;
