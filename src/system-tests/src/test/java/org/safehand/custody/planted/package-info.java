/**
 * A planted violation: what module {@code custody} must not see. The dependency rules must find it.
 */
@NullMarked
package org.safehand.custody.planted;

import org.jspecify.annotations.NullMarked;
