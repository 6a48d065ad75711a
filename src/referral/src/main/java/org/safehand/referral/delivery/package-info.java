/**
 * The life of a dispatch, one type per state. Every write by a sender names its fence, so that a
 * node that lost its lease changes nothing.
 */
@NullMarked
package org.safehand.referral.delivery;

import org.jspecify.annotations.NullMarked;
