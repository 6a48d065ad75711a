/** Tests of exhibit. */
@NullMarked
package org.safehand.cli.exhibit;

import org.jspecify.annotations.NullMarked;
