/**
 * The signatures of gateway nodes over leaves. Checking them is what most of the sequencer's time
 * goes into, so many are checked at once, on all processors.
 */
@NullMarked
package org.safehand.sequencer.signature;

import org.jspecify.annotations.NullMarked;
