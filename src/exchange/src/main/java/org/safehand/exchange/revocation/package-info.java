/**
 * Whether certificates are revoked, asked at the addresses of the endpoint registry and never at
 * one that stands in a certificate. Lists are kept and renewed ahead; responders are asked when it
 * matters. What cannot be found out is never taken for good.
 */
@NullMarked
package org.safehand.exchange.revocation;

import org.jspecify.annotations.NullMarked;
