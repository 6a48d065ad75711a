/** A planted violation: what module {@code cli} must not see. The dependency rules must find it. */
@NullMarked
package org.safehand.cli.planted;

import org.jspecify.annotations.NullMarked;
