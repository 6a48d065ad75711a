/**
 * What a benchmark finds: series of rounds, medians and spreads, ratios to a peer measured in the
 * same run, goals. Speeds are told and never asserted.
 */
@NullMarked
package org.safehand.bench.figure;

import org.jspecify.annotations.NullMarked;
