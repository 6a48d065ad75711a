/** What the sequencer left about restores of this database, for a gateway node that starts. */
@NullMarked
package org.safehand.store.recovery;

import org.jspecify.annotations.NullMarked;
