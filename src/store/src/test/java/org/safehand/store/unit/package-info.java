/** All or nothing, on a real database. */
@NullMarked
package org.safehand.store.unit;

import org.jspecify.annotations.NullMarked;
