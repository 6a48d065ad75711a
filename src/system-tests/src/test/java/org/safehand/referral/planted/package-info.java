/**
 * A planted violation: what module {@code referral} must not see. The dependency rules must find
 * it.
 */
@NullMarked
package org.safehand.referral.planted;

import org.jspecify.annotations.NullMarked;
