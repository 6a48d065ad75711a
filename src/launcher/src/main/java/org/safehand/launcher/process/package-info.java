/**
 * Child processes that outlive the launcher: started with a log and a pid file, watched until
 * ready, stopped by pid. A pid is signalled only when its start time still matches, so a reused pid
 * is never hit.
 */
@NullMarked
package org.safehand.launcher.process;

import org.jspecify.annotations.NullMarked;
