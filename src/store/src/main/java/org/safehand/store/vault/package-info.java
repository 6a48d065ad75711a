/**
 * Exhibits at rest: encrypted segments as files, written so that a crash leaves at worst an orphan.
 * No byte of plaintext reaches a disk here.
 */
@NullMarked
package org.safehand.store.vault;

import org.jspecify.annotations.NullMarked;
