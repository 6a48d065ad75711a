/** An agency answers a challenge, and so proves that it has the key that it was encrypted to. */
@NullMarked
package org.safehand.cli.possession;

import org.jspecify.annotations.NullMarked;
