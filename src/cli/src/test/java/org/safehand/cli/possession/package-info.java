/** Challenges, good ones and such as somebody would like to have answered. */
@NullMarked
package org.safehand.cli.possession;

import org.jspecify.annotations.NullMarked;
