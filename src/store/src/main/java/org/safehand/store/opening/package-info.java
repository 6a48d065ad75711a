/** Openings of exhibits in PostgreSQL, each used once, for every node. */
@NullMarked
package org.safehand.store.opening;

import org.jspecify.annotations.NullMarked;
