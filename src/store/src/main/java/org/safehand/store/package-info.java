/**
 * Everything Safehand keeps: the one door, {@link org.safehand.store.Store}, gives each port of the
 * referral kernel on PostgreSQL, the vault and the keys. What goes wrong here is an unchecked
 * {@link org.safehand.store.fault.StoreException} with a stable code.
 */
@NullMarked
package org.safehand.store;

import org.jspecify.annotations.NullMarked;
