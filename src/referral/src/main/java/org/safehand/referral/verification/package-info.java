/**
 * The stored custody log compared with itself, on demand of whoever may verify it. That it was
 * done, and what came of it, is itself an event.
 */
@NullMarked
package org.safehand.referral.verification;

import org.jspecify.annotations.NullMarked;
