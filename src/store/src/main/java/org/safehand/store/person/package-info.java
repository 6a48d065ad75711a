/** People in PostgreSQL. */
@NullMarked
package org.safehand.store.person;

import org.jspecify.annotations.NullMarked;
