/** Tests of breaking the glass on the command line. */
@NullMarked
package org.safehand.cli.glass;

import org.jspecify.annotations.NullMarked;
