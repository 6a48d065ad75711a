/** People on a real database. */
@NullMarked
package org.safehand.store.person;

import org.jspecify.annotations.NullMarked;
