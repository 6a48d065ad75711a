/**
 * Rows of the log as anybody may have left them: each is read for itself, and one that holds what
 * no constraint lets in is a value, so that a reading never ends with it.
 */
@NullMarked
package org.safehand.store.row;

import org.jspecify.annotations.NullMarked;
