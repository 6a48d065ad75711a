/**
 * A planted violation: what module {@code exchange} must not see. The dependency rules must find
 * it.
 */
@NullMarked
package org.safehand.exchange.planted;

import org.jspecify.annotations.NullMarked;
