/**
 * An agency that is held back as a whole: nothing new is handed to any of its endpoints until the
 * hold is lifted. What is held so is told by agencies and never by cases.
 */
@NullMarked
package org.safehand.referral.hold;

import org.jspecify.annotations.NullMarked;
