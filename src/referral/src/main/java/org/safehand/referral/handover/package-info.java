/** Who works on a case: handing it over to a colleague, and who is on duty in a unit. */
@NullMarked
package org.safehand.referral.handover;

import org.jspecify.annotations.NullMarked;
