/** Acts with, without and with another step-up. */
@NullMarked
package org.safehand.referral.stepup;

import org.jspecify.annotations.NullMarked;
