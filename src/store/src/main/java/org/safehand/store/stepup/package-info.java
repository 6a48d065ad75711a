/** Grants of step-ups in PostgreSQL, each used once. */
@NullMarked
package org.safehand.store.stepup;

import org.jspecify.annotations.NullMarked;
