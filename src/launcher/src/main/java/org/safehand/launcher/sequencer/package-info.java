/** The log's own process and its keys. The log key is read by that process alone. */
@NullMarked
package org.safehand.launcher.sequencer;

import org.jspecify.annotations.NullMarked;
