/** The recorder and the reader on a real database. */
@NullMarked
package org.safehand.store.custody;

import org.jspecify.annotations.NullMarked;
