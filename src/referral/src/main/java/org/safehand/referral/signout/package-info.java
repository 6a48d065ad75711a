/**
 * People are signed out by somebody else: every session and token that began before counts no more.
 */
@NullMarked
package org.safehand.referral.signout;

import org.jspecify.annotations.NullMarked;
