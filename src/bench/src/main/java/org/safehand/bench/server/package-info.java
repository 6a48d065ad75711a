/**
 * The real servers and the real store for benchmarks, in one folder that is gone afterwards:
 * PostgreSQL with the configuration of operation, the gateway's store, the sequencer's process.
 */
@NullMarked
package org.safehand.bench.server;

import org.jspecify.annotations.NullMarked;
