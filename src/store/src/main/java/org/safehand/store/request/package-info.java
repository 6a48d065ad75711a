/** Requests that were answered before, and tasks that a committed change left to be done. */
@NullMarked
package org.safehand.store.request;

import org.jspecify.annotations.NullMarked;
