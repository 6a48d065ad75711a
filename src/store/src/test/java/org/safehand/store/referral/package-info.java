/** Referrals on a real database. */
@NullMarked
package org.safehand.store.referral;

import org.jspecify.annotations.NullMarked;
