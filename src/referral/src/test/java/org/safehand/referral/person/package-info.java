/** Tests of the package of the same name. */
@NullMarked
package org.safehand.referral.person;

import org.jspecify.annotations.NullMarked;
