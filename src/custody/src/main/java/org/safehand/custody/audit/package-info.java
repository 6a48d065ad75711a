/**
 * Compares everything that is stored of the log with itself: bodies with leaves, leaves with
 * entries, entries with tiles, tiles with every signed checkpoint, and the chain of each case. What
 * an export cannot show, because bodies never leave, is found here.
 */
@NullMarked
package org.safehand.custody.audit;

import org.jspecify.annotations.NullMarked;
