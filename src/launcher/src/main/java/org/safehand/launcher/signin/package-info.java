/**
 * Signs people in as a browser would: the identity provider's own pages, filled in over HTTPS.
 * There is no client that takes passwords; a token comes only by authorization code with a proof
 * key (RFC 7636).
 */
@NullMarked
package org.safehand.launcher.signin;

import org.jspecify.annotations.NullMarked;
