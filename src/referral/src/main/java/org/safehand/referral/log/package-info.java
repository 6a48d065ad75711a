/**
 * How far the custody log is behind what was recorded, and what that means: when an event waits too
 * long to be published, witnessed or anchored, nothing leaves the building. Intake, editing and
 * sealing go on.
 */
@NullMarked
package org.safehand.referral.log;

import org.jspecify.annotations.NullMarked;
