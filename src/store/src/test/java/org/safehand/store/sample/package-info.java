/** Synthetic cases, events and stores that the tests share. */
@NullMarked
package org.safehand.store.sample;

import org.jspecify.annotations.NullMarked;
