/**
 * What runs by itself: sealing, authorising, packaging and sending. Each worker does one step at a
 * time, never with a unit of work open during input or output; {@link
 * org.safehand.exchange.work.WorkerThreads} repeats them.
 */
@NullMarked
package org.safehand.exchange.work;

import org.jspecify.annotations.NullMarked;
