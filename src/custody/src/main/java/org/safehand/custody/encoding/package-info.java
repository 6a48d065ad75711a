/**
 * Text forms that have exactly one spelling for each value. A second spelling of the same bytes
 * would let a changed file pass for an unchanged one, so it is refused.
 */
@NullMarked
package org.safehand.custody.encoding;

import org.jspecify.annotations.NullMarked;
