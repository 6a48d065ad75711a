/**
 * The parts of an HTTP message that the API gives a meaning: ranges, digests, file names, entity
 * tags, JSON bodies. Each is read strictly, and what is not written as its standard says is refused
 * with a code.
 */
@NullMarked
package org.safehand.web.message;

import org.jspecify.annotations.NullMarked;
