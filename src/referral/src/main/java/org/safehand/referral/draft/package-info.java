/**
 * Changing a referral that is not sealed yet: what it says, and which exhibits it has. Whoever
 * changes it is one of its editors and does not release it.
 */
@NullMarked
package org.safehand.referral.draft;

import org.jspecify.annotations.NullMarked;
