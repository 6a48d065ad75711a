/** Tests of signing people out. */
@NullMarked
package org.safehand.referral.signout;

import org.jspecify.annotations.NullMarked;
