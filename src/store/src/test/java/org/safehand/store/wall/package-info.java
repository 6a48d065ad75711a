/** The walls of the database, tried as somebody who smuggles SQL in would try them. */
@NullMarked
package org.safehand.store.wall;

import org.jspecify.annotations.NullMarked;
