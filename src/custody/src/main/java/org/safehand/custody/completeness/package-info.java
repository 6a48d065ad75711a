/**
 * That an extract is the whole case: every event, in order, none hidden, none beside it. Offline,
 * against a trust folder; with an exported log also against everything that the log ever took.
 */
@NullMarked
package org.safehand.custody.completeness;

import org.jspecify.annotations.NullMarked;
