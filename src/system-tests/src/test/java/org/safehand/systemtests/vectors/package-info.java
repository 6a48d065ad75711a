/** The vector suites of this house, judged by implementations that share no line with it. */
@NullMarked
package org.safehand.systemtests.vectors;

import org.jspecify.annotations.NullMarked;
