/** Tests of release. */
@NullMarked
package org.safehand.referral.release;

import org.jspecify.annotations.NullMarked;
