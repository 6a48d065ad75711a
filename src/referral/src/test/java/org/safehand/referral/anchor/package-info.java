/** Tests of the package of the same name. */
@NullMarked
package org.safehand.referral.anchor;

import org.jspecify.annotations.NullMarked;
