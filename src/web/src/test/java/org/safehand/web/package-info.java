/** Builds this face as its wiring does, without a server. */
@NullMarked
package org.safehand.web;

import org.jspecify.annotations.NullMarked;
