/** The registry on a real database. */
@NullMarked
package org.safehand.store.registry;

import org.jspecify.annotations.NullMarked;
