/**
 * A planted violation: what module {@code sequencer} must not see. The dependency rules must find
 * it.
 */
@NullMarked
package org.safehand.sequencer.planted;

import org.jspecify.annotations.NullMarked;
