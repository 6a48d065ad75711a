/** Synthetic people, cases and bytes for tests. Nothing here is about anyone. */
@NullMarked
package org.safehand.referral.sample;

import org.jspecify.annotations.NullMarked;
