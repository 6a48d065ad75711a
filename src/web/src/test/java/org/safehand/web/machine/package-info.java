/** Tests of the package of the same name, with real certificates and lists. */
@NullMarked
package org.safehand.web.machine;

import org.jspecify.annotations.NullMarked;
