/**
 * Requests that were answered before, and tasks that a committed change left to be done.
 *
 * <p>Nothing calls {@code KeptResultRow.id}: the compiler does not know that Hibernate reads the
 * field.
 */
@NullMarked
package org.safehand.store.request;

import org.jspecify.annotations.NullMarked;
