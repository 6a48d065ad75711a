/** The endpoint registry as a file that an administrator keeps; nothing else names an address. */
@NullMarked
package org.safehand.store.registry;

import org.jspecify.annotations.NullMarked;
