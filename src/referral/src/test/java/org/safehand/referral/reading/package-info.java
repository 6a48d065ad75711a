/** Tests of reading. */
@NullMarked
package org.safehand.referral.reading;

import org.jspecify.annotations.NullMarked;
