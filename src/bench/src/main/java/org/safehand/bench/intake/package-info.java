/** How fast exhibits are taken in, in how much memory, against the tools that people use now. */
@NullMarked
package org.safehand.bench.intake;

import org.jspecify.annotations.NullMarked;
