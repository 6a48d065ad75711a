/** Proposals in PostgreSQL. */
@NullMarked
package org.safehand.store.proposal;

import org.jspecify.annotations.NullMarked;
