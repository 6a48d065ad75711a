/** What the time of an answer tells about what was refused. */
@NullMarked
package org.safehand.bench.access;

import org.jspecify.annotations.NullMarked;
