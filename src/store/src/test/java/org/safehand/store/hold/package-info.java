/** What the database itself says about holds. */
@NullMarked
package org.safehand.store.hold;

import org.jspecify.annotations.NullMarked;
