/** A planted violation: what module {@code web} must not see. The dependency rules must find it. */
@NullMarked
package org.safehand.web.planted;

import org.jspecify.annotations.NullMarked;
