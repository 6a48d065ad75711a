/**
 * A custody event and the blind leaf that stands for it in the log. Link, header and detail are
 * committed to separately, so that each can be opened or withheld on its own.
 */
@NullMarked
package org.safehand.custody.event;

import org.jspecify.annotations.NullMarked;
