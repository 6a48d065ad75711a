/**
 * Dispatches and their packages in PostgreSQL: claimed by one node at a time, by the database's
 * clock.
 */
@NullMarked
package org.safehand.store.dispatch;

import org.jspecify.annotations.NullMarked;
