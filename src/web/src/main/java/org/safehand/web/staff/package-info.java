/**
 * The gateway's own people over HTTP: the list of them, and the proposals by which two of them
 * change it.
 */
@NullMarked
package org.safehand.web.staff;

import org.jspecify.annotations.NullMarked;
