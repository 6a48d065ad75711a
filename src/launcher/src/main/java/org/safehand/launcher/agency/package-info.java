/**
 * The demo agency: a server that stands where a police force would install one. It knows of the
 * gateway only what trust and certificates tell it.
 */
@NullMarked
package org.safehand.launcher.agency;

import org.jspecify.annotations.NullMarked;
