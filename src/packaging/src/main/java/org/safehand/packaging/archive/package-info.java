/**
 * Makes evidence records and renews them, for one package or many under one time-stamp. In two
 * steps, so that the authority is asked outside: {@link
 * org.safehand.packaging.archive.PendingArchive} says what to stamp, then takes the token.
 */
@NullMarked
package org.safehand.packaging.archive;

import org.jspecify.annotations.NullMarked;
