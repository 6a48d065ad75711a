/** A database that a restore brought back to its log, with events that are lost. */
@NullMarked
package org.safehand.store.recovery;

import org.jspecify.annotations.NullMarked;
