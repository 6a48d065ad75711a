/** A certificate authority, a time-stamp authority and an agency's keys for tests. */
@NullMarked
package org.safehand.referral.pki;

import org.jspecify.annotations.NullMarked;
