/** Reading a case in an emergency, and reviewing that, on the command line. */
@NullMarked
package org.safehand.cli.glass;

import org.jspecify.annotations.NullMarked;
