/**
 * A planted violation: what module {@code agency} must not see. The dependency rules must find it.
 */
@NullMarked
package org.safehand.agency.planted;

import org.jspecify.annotations.NullMarked;
