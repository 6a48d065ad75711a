/**
 * What goes wrong in the store, as one unchecked exception with a stable code. A refusal of what a
 * person asked for never comes from here.
 */
@NullMarked
package org.safehand.store.fault;

import org.jspecify.annotations.NullMarked;
