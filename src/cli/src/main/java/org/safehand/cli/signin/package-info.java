/**
 * Signing in without ever seeing a password: OpenID Connect authorization code with PKCE and a
 * loopback redirect (RFC 8252, RFC 7636, RFC 9207).
 */
@NullMarked
package org.safehand.cli.signin;

import org.jspecify.annotations.NullMarked;
