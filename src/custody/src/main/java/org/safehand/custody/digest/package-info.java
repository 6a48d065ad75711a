/** Digests as values, so that no bare byte array crosses a package. SHA-256 throughout. */
@NullMarked
package org.safehand.custody.digest;

import org.jspecify.annotations.NullMarked;
