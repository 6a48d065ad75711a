/**
 * How an agency's key gets into the registry: that the agency has it is proven, and whose it is two
 * people were told outside of this gateway.
 */
@NullMarked
package org.safehand.referral.enrolment;

import org.jspecify.annotations.NullMarked;
