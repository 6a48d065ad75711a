/**
 * The custody extract: all events of one case with their proofs in one file, opened as far as its
 * level says. What is in a file proves nothing before {@code custody.completeness} verified it.
 */
@NullMarked
package org.safehand.custody.extract;

import org.jspecify.annotations.NullMarked;
