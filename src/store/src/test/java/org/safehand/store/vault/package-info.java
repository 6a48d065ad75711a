/** The vault against a file system, and against one that fails at every step in turn. */
@NullMarked
package org.safehand.store.vault;

import org.jspecify.annotations.NullMarked;
