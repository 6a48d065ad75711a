/** Broken glasses in PostgreSQL, which shows their cases by them. */
@NullMarked
package org.safehand.store.glass;

import org.jspecify.annotations.NullMarked;
