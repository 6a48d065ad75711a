/**
 * The identity provider as this face reaches it itself: what it says of itself, and its keys. The
 * container's own client signs people in; this is for what that client does not do.
 */
@NullMarked
package org.safehand.web.provider;

import org.jspecify.annotations.NullMarked;
