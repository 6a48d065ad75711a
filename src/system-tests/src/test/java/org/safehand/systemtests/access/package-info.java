/**
 * Who may do what, asked of the running gateway over HTTP: a second copy of the authorization
 * table, written by hand, in which every cell is explicit.
 */
@NullMarked
package org.safehand.systemtests.access;

import org.jspecify.annotations.NullMarked;
