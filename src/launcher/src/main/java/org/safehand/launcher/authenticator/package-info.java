/**
 * The second factor of the people of the demonstration: an authenticator app with time-based
 * one-time passwords (RFC 6238), set up and used through the identity provider's own pages.
 */
@NullMarked
package org.safehand.launcher.authenticator;

import org.jspecify.annotations.NullMarked;
