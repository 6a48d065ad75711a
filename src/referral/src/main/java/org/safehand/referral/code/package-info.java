/**
 * The code lists of a referral, each with the form in which it is written. A value outside its list
 * is refused, never guessed.
 */
@NullMarked
package org.safehand.referral.code;

import org.jspecify.annotations.NullMarked;
