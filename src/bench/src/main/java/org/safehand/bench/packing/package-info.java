/** How long a case takes from its stored exhibits to packages that are ready to be sent. */
@NullMarked
package org.safehand.bench.packing;

import org.jspecify.annotations.NullMarked;
