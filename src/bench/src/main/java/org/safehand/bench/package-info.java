/**
 * {@code ./safehand bench}: measures what the design gives figures for, each against a peer in the
 * same run, and says whether the goal is held. A topic is a group of figures.
 */
@NullMarked
package org.safehand.bench;

import org.jspecify.annotations.NullMarked;
