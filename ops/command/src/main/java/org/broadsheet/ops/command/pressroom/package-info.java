/// The parts of the platform as processes: started, watched, taken over and stopped.
@NullMarked
package org.broadsheet.ops.command.pressroom;

import org.jspecify.annotations.NullMarked;
