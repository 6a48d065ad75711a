/** Tests of the package of the same name. */
@NullMarked
package org.safehand.referral.handover;

import org.jspecify.annotations.NullMarked;
