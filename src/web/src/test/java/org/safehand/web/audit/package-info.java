/**
 * Tests of the package of the same name. Each forges a request that is one rule away from a good
 * one.
 */
@NullMarked
package org.safehand.web.audit;

import org.jspecify.annotations.NullMarked;
