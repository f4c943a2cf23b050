/// What is said to the platform from a terminal: up, down, status, logs, ingest, test, doctor.
@NullMarked
package org.broadsheet.ops.command;

import org.jspecify.annotations.NullMarked;
