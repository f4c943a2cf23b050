/// The machine all of it runs on: its programs, its disk and its memory.
@NullMarked
package org.broadsheet.ops.command.machine;

import org.jspecify.annotations.NullMarked;
