/** Challenges on a real database. */
@NullMarked
package org.safehand.store.enrolment;

import org.jspecify.annotations.NullMarked;
