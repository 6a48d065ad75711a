/**
 * The keys of a case, each wrapped under the next: content keys under the case's evidence key, the
 * case's keys under the key encryption key. What a wrapped key is for is authenticated with it, so
 * that no key serves in another's place.
 */
@NullMarked
package org.safehand.store.key;

import org.jspecify.annotations.NullMarked;
