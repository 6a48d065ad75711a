/**
 * What one agency receives: made once as a recipe of small entries and references to stored
 * segments, and written from it as often as needed, byte for byte the same.
 */
@NullMarked
package org.safehand.packaging.pack;

import org.jspecify.annotations.NullMarked;
