/** The registry file, whole or not at all. */
@NullMarked
package org.safehand.store.registry;

import org.jspecify.annotations.NullMarked;
