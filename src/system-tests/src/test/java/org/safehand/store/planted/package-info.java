/**
 * A planted violation: what module {@code store} must not see. The dependency rules must find it.
 */
@NullMarked
package org.safehand.store.planted;

import org.jspecify.annotations.NullMarked;
