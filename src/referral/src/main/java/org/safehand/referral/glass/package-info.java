/**
 * The breaking of the glass over one case: for an hour at most a supervisor reads what their unit
 * does not own, and an auditor reviews it within a day at most.
 */
@NullMarked
package org.safehand.referral.glass;

import org.jspecify.annotations.NullMarked;
