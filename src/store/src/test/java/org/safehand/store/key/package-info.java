/** Wrapped keys: opened as sealed, and in no other place. */
@NullMarked
package org.safehand.store.key;

import org.jspecify.annotations.NullMarked;
