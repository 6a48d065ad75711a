/** Tests of suspending and resuming. */
@NullMarked
package org.safehand.referral.suspension;

import org.jspecify.annotations.NullMarked;
