/**
 * The kernel's values as canonical JSON, in the form in which rows keep them. One class a family of
 * values, each with a way there and a way back; the way back refuses what it does not know.
 */
@NullMarked
package org.safehand.store.document;

import org.jspecify.annotations.NullMarked;
