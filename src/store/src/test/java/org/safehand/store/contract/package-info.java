/** The kernel's contract tests, run against the real adapters on a real database. */
@NullMarked
package org.safehand.store.contract;

import org.jspecify.annotations.NullMarked;
