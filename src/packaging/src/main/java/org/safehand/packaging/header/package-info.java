/**
 * {@code package.json}: what stands in clear so that a package can be routed and its envelopes
 * found. It holds no case content; the seal covers it, and the release record names it.
 */
@NullMarked
package org.safehand.packaging.header;

import org.jspecify.annotations.NullMarked;
