/** Tests of breaking the glass. */
@NullMarked
package org.safehand.referral.emergency;

import org.jspecify.annotations.NullMarked;
