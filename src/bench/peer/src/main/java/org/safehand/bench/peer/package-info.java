/** What programs share that the benchmark runs in processes of their own. */
@NullMarked
package org.safehand.bench.peer;

import org.jspecify.annotations.NullMarked;
