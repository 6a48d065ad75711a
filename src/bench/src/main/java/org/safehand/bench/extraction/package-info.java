/**
 * How long a custody extract of one case takes to make from the database of a large log, and to
 * verify without it.
 */
@NullMarked
package org.safehand.bench.extraction;

import org.jspecify.annotations.NullMarked;
