/**
 * Referrals, their exhibits and their case files in PostgreSQL, sealed under the case's evidence
 * key.
 */
@NullMarked
package org.safehand.store.referral;

import org.jspecify.annotations.NullMarked;
