/**
 * The gateway's own word on who its people are: a person, their roles, their unit or agency. What
 * the identity provider says is not enough: an operation needs the role here as well.
 */
@NullMarked
package org.safehand.referral.person;

import org.jspecify.annotations.NullMarked;
