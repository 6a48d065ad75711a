/**
 * Sign-outs that the identity provider tells us of, past the browser (OpenID Connect Back-Channel
 * Logout 1.0): a signed token says who is to be signed out, and their session ends here.
 */
@NullMarked
package org.safehand.web.backchannel;

import org.jspecify.annotations.NullMarked;
