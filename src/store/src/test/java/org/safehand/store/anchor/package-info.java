/** Tests of the package of the same name. */
@NullMarked
package org.safehand.store.anchor;

import org.jspecify.annotations.NullMarked;
