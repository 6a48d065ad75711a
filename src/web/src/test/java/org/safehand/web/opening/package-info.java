/** Tests of exhibits in clear. */
@NullMarked
package org.safehand.web.opening;

import org.jspecify.annotations.NullMarked;
