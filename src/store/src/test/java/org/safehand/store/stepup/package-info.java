/** Races for one grant. */
@NullMarked
package org.safehand.store.stepup;

import org.jspecify.annotations.NullMarked;
