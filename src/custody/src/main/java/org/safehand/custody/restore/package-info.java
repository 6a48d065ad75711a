/**
 * What a restore of the database lost, and what proves it: the holder of the log key signs which
 * leaves have no event any more. Without such a statement, an event that is not there is missing.
 */
@NullMarked
package org.safehand.custody.restore;

import org.jspecify.annotations.NullMarked;
