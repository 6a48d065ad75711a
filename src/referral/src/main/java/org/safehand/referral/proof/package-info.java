/**
 * A case's custody for people outside: an extract with its proofs, to be verified without this
 * gateway. Having one issued is itself an event of the case, and so is every handing out.
 */
@NullMarked
package org.safehand.referral.proof;

import org.jspecify.annotations.NullMarked;
