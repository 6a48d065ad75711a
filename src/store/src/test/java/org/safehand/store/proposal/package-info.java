/** Proposals on a real database. */
@NullMarked
package org.safehand.store.proposal;

import org.jspecify.annotations.NullMarked;
