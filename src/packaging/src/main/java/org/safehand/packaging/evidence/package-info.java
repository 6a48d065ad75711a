/**
 * Evidence records (RFC 4998): archive time-stamps over exactly the entries of a package, renewed
 * before what they rest on wears out. Read and verified here, in one encoding; {@link
 * org.safehand.packaging.archive} makes them.
 */
@NullMarked
package org.safehand.packaging.evidence;

import org.jspecify.annotations.NullMarked;
