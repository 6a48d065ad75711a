/**
 * Gives a database that was restored from a backup the leaves that it lost, out of an exported log,
 * so that the log goes on where others saw it last.
 */
@NullMarked
package org.safehand.sequencer.restore;

import org.jspecify.annotations.NullMarked;
