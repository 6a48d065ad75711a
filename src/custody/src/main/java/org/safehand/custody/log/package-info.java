/**
 * A whole log in a folder: exported in the tlog-tiles layout and verified offline, every byte of
 * every file. What is not refused here is what the checkpoint's signer committed to.
 */
@NullMarked
package org.safehand.custody.log;

import org.jspecify.annotations.NullMarked;
