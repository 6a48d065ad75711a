/**
 * What the log signs and with which keys, and the newest checkpoint outside the database. What a
 * key that is not listed has signed is not the log's.
 */
@NullMarked
package org.safehand.sequencer.checkpoint;

import org.jspecify.annotations.NullMarked;
