/** Why the sequencer refuses to serve, and why an event stays pending: the stable codes. */
@NullMarked
package org.safehand.sequencer.fault;

import org.jspecify.annotations.NullMarked;
