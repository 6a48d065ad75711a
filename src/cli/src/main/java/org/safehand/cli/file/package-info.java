/** Files that hold a secret: their owner alone may use them, and they are made once. */
@NullMarked
package org.safehand.cli.file;

import org.jspecify.annotations.NullMarked;
