/**
 * Time-stamps from an outside authority (RFC 3161) over HTTP. A token is checked against the
 * request and against the trust folder before anything is done with it.
 */
@NullMarked
package org.safehand.exchange.stamp;

import org.jspecify.annotations.NullMarked;
