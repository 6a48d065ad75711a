/**
 * The command {@code safehand}: verify and open offline, sign in and use a gateway. Data goes to
 * standard output, everything else to standard error.
 */
@NullMarked
package org.safehand.cli;

import org.jspecify.annotations.NullMarked;
