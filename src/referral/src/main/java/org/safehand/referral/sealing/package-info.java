/**
 * Submitting a draft, and making its seal: the case file, signed and time-stamped. The time-stamp
 * is fetched while no unit of work is open.
 */
@NullMarked
package org.safehand.referral.sealing;

import org.jspecify.annotations.NullMarked;
