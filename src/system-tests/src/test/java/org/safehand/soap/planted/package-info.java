/**
 * A planted violation: what module {@code soap} must not see. The dependency rules must find it.
 */
@NullMarked
package org.safehand.soap.planted;

import org.jspecify.annotations.NullMarked;
