/** A real PostgreSQL for the tests, migrated as in operation and used with the gateway's role. */
@NullMarked
package org.safehand.store.database;

import org.jspecify.annotations.NullMarked;
