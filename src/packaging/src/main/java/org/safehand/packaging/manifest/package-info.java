/**
 * {@code manifest.json} of a case file, as values. Whoever knows these values can name every byte
 * of every exhibit and of every other entry of the case file.
 */
@NullMarked
package org.safehand.packaging.manifest;

import org.jspecify.annotations.NullMarked;
