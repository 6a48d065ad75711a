/** How fast a receiver opens a package, in how much memory, from a cold start. */
@NullMarked
package org.safehand.bench.opening;

import org.jspecify.annotations.NullMarked;
