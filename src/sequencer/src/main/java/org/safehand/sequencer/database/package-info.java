/**
 * The log's tables in PostgreSQL, by plain JDBC under the sequencer's own role. What is read here
 * is checked by the caller before it counts.
 */
@NullMarked
package org.safehand.sequencer.database;

import org.jspecify.annotations.NullMarked;
