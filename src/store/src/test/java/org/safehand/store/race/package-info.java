/**
 * Two units of work that want what only one of them can have, at the same moment on a real
 * database. The same over HTTP, with the use cases before it, is in the system tests.
 */
@NullMarked
package org.safehand.store.race;

import org.jspecify.annotations.NullMarked;
