/**
 * Who asks, and whether they may: the actor, the roles, and the policy read from the authorization
 * table. What no line of the table allows is denied.
 */
@NullMarked
package org.safehand.referral.access;

import org.jspecify.annotations.NullMarked;
