/** The settings in PostgreSQL, which two people change together. */
@NullMarked
package org.safehand.store.settings;

import org.jspecify.annotations.NullMarked;
