/**
 * Asks the configured witnesses to cosign checkpoints (C2SP tlog-witness) and keeps those that a
 * quorum has cosigned. A witness that has seen another log than ours stops the sequencer.
 */
@NullMarked
package org.safehand.sequencer.witness;

import org.jspecify.annotations.NullMarked;
