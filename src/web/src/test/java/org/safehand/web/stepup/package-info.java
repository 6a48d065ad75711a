/** Challenges answered, not answered, and answered twice. */
@NullMarked
package org.safehand.web.stepup;

import org.jspecify.annotations.NullMarked;
