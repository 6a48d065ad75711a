/**
 * Tests of the package of the same name, with tokens that are signed for real and one rule away
 * from a good one.
 */
@NullMarked
package org.safehand.web.backchannel;

import org.jspecify.annotations.NullMarked;
