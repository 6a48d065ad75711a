/** Time-stamped checkpoints of the custody log, and how far the log is behind what was recorded. */
@NullMarked
package org.safehand.store.anchor;

import org.jspecify.annotations.NullMarked;
