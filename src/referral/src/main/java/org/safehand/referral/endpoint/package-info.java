/**
 * Where agencies receive: channel, address, certificates, limits. Nothing is ever sent to an
 * address that does not stand here.
 */
@NullMarked
package org.safehand.referral.endpoint;

import org.jspecify.annotations.NullMarked;
