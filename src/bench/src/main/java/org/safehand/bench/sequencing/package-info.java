/**
 * How fast and how soon the sequencer's real process takes recorded events into the log. The peer
 * is the least that any sequencer must do in the database.
 */
@NullMarked
package org.safehand.bench.sequencing;

import org.jspecify.annotations.NullMarked;
