/** Documents that were stored by an earlier version. */
@NullMarked
package org.safehand.store.document;

import org.jspecify.annotations.NullMarked;
