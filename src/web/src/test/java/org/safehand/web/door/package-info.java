/** Tests of the package of the same name. */
@NullMarked
package org.safehand.web.door;

import org.jspecify.annotations.NullMarked;
