/**
 * The log as it lies in a database, which anybody may have changed: rows, each read for itself and
 * not believed. What cannot be read as what it must be stands here as damaged, with its place.
 */
@NullMarked
package org.safehand.custody.stored;

import org.jspecify.annotations.NullMarked;
