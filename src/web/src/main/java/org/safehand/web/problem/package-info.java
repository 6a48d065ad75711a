/**
 * Every error of this face as a problem document (RFC 9457) with a stable code. What refused the
 * request decides the code, this package decides the HTTP status and the shape, and nothing of a
 * stack trace leaves it.
 */
@NullMarked
package org.safehand.web.problem;

import org.jspecify.annotations.NullMarked;
