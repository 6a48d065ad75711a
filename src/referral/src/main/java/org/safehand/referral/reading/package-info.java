/**
 * What people read: one referral, lists, the state of dispatches, the custody timeline, agencies.
 * Opening one referral's content is an event of its case; that a list, a timeline or a state was
 * looked at is one of the system chain.
 */
@NullMarked
package org.safehand.referral.reading;

import org.jspecify.annotations.NullMarked;
