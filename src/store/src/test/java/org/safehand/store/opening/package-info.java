/** Tests of opening. */
@NullMarked
package org.safehand.store.opening;

import org.jspecify.annotations.NullMarked;
