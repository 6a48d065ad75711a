/** Which agencies are held back, in PostgreSQL. */
@NullMarked
package org.safehand.store.hold;

import org.jspecify.annotations.NullMarked;
