/**
 * How an agency's key gets into the registry: that the agency has it is proven, by a request that
 * it signs or by a challenge that it opens, and whose it is two people were told outside of this
 * gateway.
 */
@NullMarked
package org.safehand.referral.enrolment;

import org.jspecify.annotations.NullMarked;
