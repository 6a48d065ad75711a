/** Tests of dispatch. */
@NullMarked
package org.safehand.referral.dispatch;

import org.jspecify.annotations.NullMarked;
