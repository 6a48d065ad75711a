/**
 * An exhibit in clear, in two steps: it is opened for a purpose, and then downloaded, whatever it
 * is, as bytes that no browser renders.
 */
@NullMarked
package org.safehand.web.opening;

import org.jspecify.annotations.NullMarked;
