/** Kept results and tasks on a real database. */
@NullMarked
package org.safehand.store.request;

import org.jspecify.annotations.NullMarked;
