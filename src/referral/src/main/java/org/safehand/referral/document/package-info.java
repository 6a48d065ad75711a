/**
 * Shapes of JSON documents: which fields there are, of which kind and length, and which are
 * obligatory. A check finds every fault at once and points at each.
 */
@NullMarked
package org.safehand.referral.document;

import org.jspecify.annotations.NullMarked;
