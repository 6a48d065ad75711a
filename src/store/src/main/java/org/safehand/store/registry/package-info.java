/** The endpoint registry in PostgreSQL; nothing else names an address. */
@NullMarked
package org.safehand.store.registry;

import org.jspecify.annotations.NullMarked;
