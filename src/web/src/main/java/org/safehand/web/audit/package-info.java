/**
 * The audit file: what strangers tried and were refused, one JSON line each. It is no part of the
 * custody log, which a flood of such requests would otherwise fill for ever; its digest is anchored
 * there. Writing it never fails or slows a request: what is too much is dropped and counted.
 */
@NullMarked
package org.safehand.web.audit;

import org.jspecify.annotations.NullMarked;
