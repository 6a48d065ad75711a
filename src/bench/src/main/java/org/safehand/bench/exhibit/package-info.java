/** Synthetic exhibits of any size, and a vault that takes them in as the gateway does. */
@NullMarked
package org.safehand.bench.exhibit;

import org.jspecify.annotations.NullMarked;
