/** Tests of the package of the same name. */
@NullMarked
package org.safehand.referral.log;

import org.jspecify.annotations.NullMarked;
