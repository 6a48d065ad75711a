/**
 * A checkpoint together with the time-stamp over its bytes: what the log looked like then cannot
 * have been made later.
 */
@NullMarked
package org.safehand.custody.anchor;

import org.jspecify.annotations.NullMarked;
