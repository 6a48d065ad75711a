/** Challenges to agencies' keys in PostgreSQL. */
@NullMarked
package org.safehand.store.enrolment;

import org.jspecify.annotations.NullMarked;
