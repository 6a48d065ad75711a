/** Tests of the package of the same name. */
@NullMarked
package org.safehand.referral.draft;

import org.jspecify.annotations.NullMarked;
