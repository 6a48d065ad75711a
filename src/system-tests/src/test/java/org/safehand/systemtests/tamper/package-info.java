/**
 * The campaign of a database superuser against the custody log: some thousand changes, from one bit
 * to a history rewritten with stolen keys. Each must be found, with its place, by somebody who
 * looks.
 */
@NullMarked
package org.safehand.systemtests.tamper;

import org.jspecify.annotations.NullMarked;
