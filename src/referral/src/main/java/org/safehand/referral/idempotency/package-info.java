/**
 * Requests that may be sent twice and are done once. The first result is kept with the key and
 * given again; the same key with another request is refused.
 */
@NullMarked
package org.safehand.referral.idempotency;

import org.jspecify.annotations.NullMarked;
