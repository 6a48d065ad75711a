/**
 * What people read: one referral, lists, the state of dispatches, the custody timeline, agencies.
 * Opening one referral's content is a custody event; lists and states are not.
 */
@NullMarked
package org.safehand.referral.reading;

import org.jspecify.annotations.NullMarked;
