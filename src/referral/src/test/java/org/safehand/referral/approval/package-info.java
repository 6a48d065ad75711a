/** Tests of the package of the same name. */
@NullMarked
package org.safehand.referral.approval;

import org.jspecify.annotations.NullMarked;
