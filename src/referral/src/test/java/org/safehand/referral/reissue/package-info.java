/** Tests of reissue. */
@NullMarked
package org.safehand.referral.reissue;

import org.jspecify.annotations.NullMarked;
