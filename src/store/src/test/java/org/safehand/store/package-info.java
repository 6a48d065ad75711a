/** The store as a whole. */
@NullMarked
package org.safehand.store;

import org.jspecify.annotations.NullMarked;
