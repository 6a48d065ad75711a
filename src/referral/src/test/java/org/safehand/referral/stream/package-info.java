/** Tests of stream. */
@NullMarked
package org.safehand.referral.stream;

import org.jspecify.annotations.NullMarked;
