/** Tests of receipt. */
@NullMarked
package org.safehand.referral.receipt;

import org.jspecify.annotations.NullMarked;
