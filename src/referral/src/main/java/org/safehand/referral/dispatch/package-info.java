/**
 * From release to delivery: authorise, wait until that is witnessed, package, claim under a lease,
 * settle under the claim's fence. No unit of work is open during input or output.
 */
@NullMarked
package org.safehand.referral.dispatch;

import org.jspecify.annotations.NullMarked;
