/**
 * The unit of work: one entity manager and one transaction, in which a change and its custody event
 * are kept together or not at all. Where the transaction comes from, the server or the entity
 * manager itself, is the only difference between running in the server and in a test.
 */
@NullMarked
package org.safehand.store.unit;

import org.jspecify.annotations.NullMarked;
