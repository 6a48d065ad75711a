/** Tests of what a repeated request is answered with, whoever repeats it. */
@NullMarked
package org.safehand.referral.idempotency;

import org.jspecify.annotations.NullMarked;
