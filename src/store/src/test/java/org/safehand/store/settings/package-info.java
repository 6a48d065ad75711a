/** What PostgreSQL adds to the contract of the settings. */
@NullMarked
package org.safehand.store.settings;

import org.jspecify.annotations.NullMarked;
