/// Trials of the wire room on this machine: how fast it takes copy in, and whether it loses any when it is killed.
@NullMarked
package org.broadsheet.ops.command.trial;

import org.jspecify.annotations.NullMarked;
