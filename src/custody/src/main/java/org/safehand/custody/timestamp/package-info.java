/**
 * RFC 3161 time-stamp tokens, checked offline against pinned authorities. A token says that some
 * bytes existed at a time; it is worth what the authority is.
 */
@NullMarked
package org.safehand.custody.timestamp;

import org.jspecify.annotations.NullMarked;
