/**
 * The process that orders, integrates and signs the custody log; it alone holds the log key. It
 * trusts neither the database nor the rows in it: node signatures, its own checkpoints and a file
 * outside the database are checked.
 */
@NullMarked
package org.safehand.sequencer;

import org.jspecify.annotations.NullMarked;
