/**
 * How a referral ends its review: a second person releases it to named recipients or sends it back,
 * or it is taken back, also as a draft. Nobody releases what they wrote, edited or submitted, or
 * have to work on.
 */
@NullMarked
package org.safehand.referral.release;

import org.jspecify.annotations.NullMarked;
