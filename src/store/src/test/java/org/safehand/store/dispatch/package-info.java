/** Dispatches on a real database. */
@NullMarked
package org.safehand.store.dispatch;

import org.jspecify.annotations.NullMarked;
