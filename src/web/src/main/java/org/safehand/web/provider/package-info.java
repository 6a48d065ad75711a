/**
 * The identity provider, asked by the gateway itself: the container's own OpenID Connect client
 * cannot ask for a second factor. What comes back is trusted after {@code IdTokenVerifier} alone;
 * the keys are the provider's, over our own trust store, never any that a token brings.
 */
@NullMarked
package org.safehand.web.provider;

import org.jspecify.annotations.NullMarked;
