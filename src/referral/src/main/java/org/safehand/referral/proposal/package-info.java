/**
 * A change that waits for a second person, in each of its states: open for seven days at most, then
 * approved, rejected, withdrawn or expired.
 */
@NullMarked
package org.safehand.referral.proposal;

import org.jspecify.annotations.NullMarked;
