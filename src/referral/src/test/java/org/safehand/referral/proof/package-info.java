/** Tests of custody extracts. */
@NullMarked
package org.safehand.referral.proof;

import org.jspecify.annotations.NullMarked;
