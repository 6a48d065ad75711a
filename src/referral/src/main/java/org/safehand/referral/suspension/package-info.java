/**
 * A supervisor holds a transmission back, or lets one that waits go on; an administrator holds back
 * all to an agency, and a supervisor lifts that. What is on its way must settle first.
 */
@NullMarked
package org.safehand.referral.suspension;

import org.jspecify.annotations.NullMarked;
