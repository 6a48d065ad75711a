/**
 * The witness of the log, in a process and with a key and a memory of its own. On one machine it
 * shows how it works and catches a database that was set back; it protects only when somebody else
 * runs it.
 */
@NullMarked
package org.safehand.launcher.witness;

import org.jspecify.annotations.NullMarked;
