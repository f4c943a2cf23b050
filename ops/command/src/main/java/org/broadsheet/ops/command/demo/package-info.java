/// The invented newspaper's first day: its masthead, its staff, its wire and what its editor makes of it.
@NullMarked
package org.broadsheet.ops.command.demo;

import org.jspecify.annotations.NullMarked;
