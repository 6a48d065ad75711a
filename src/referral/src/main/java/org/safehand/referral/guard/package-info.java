/**
 * The door of each use case: what is asked for is looked up, the policy is asked, and a refusal is
 * recorded as an event. Another agency's things are not found rather than forbidden.
 */
@NullMarked
package org.safehand.referral.guard;

import org.jspecify.annotations.NullMarked;
