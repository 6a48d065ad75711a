/**
 * A supervisor holds a transmission back, or lets one that waits go on. What is on its way must
 * settle first.
 */
@NullMarked
package org.safehand.referral.suspension;

import org.jspecify.annotations.NullMarked;
