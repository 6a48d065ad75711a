/**
 * A witness that an outside body runs (C2SP tlog-witness): it cosigns checkpoints of the logs that
 * it was told, each the continuation of the one before, and sees no entry of them.
 */
@NullMarked
package org.safehand.cli.witness;

import org.jspecify.annotations.NullMarked;
