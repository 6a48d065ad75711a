/**
 * Custody for people outside, to be verified without this gateway: of a case an extract with its
 * proofs, of a delivery receipt the proof that the log knows it. Having an extract issued is itself
 * an event of the case, and so is every handing out.
 */
@NullMarked
package org.safehand.referral.proof;

import org.jspecify.annotations.NullMarked;
