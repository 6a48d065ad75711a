/** Tests of taking in. */
@NullMarked
package org.safehand.referral.intake;

import org.jspecify.annotations.NullMarked;
