/**
 * What two people decide together: each kind of change as a value with one canonical form, of which
 * the digest is what the second person names.
 */
@NullMarked
package org.safehand.referral.change;

import org.jspecify.annotations.NullMarked;
