/// Where a running platform lives: its folder, its ports, its secrets and what each part is told.
@NullMarked
package org.broadsheet.ops.command.house;

import org.jspecify.annotations.NullMarked;
