/** Tests of sealing. */
@NullMarked
package org.safehand.referral.sealing;

import org.jspecify.annotations.NullMarked;
