/**
 * The life of a referral version, one type per state. A transition that the life cycle does not
 * know does not compile.
 */
@NullMarked
package org.safehand.referral.life;

import org.jspecify.annotations.NullMarked;
