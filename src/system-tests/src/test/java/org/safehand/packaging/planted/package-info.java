/**
 * A planted violation: what module {@code packaging} must not see. The dependency rules must find
 * it.
 */
@NullMarked
package org.safehand.packaging.planted;

import org.jspecify.annotations.NullMarked;
