/**
 * The public trust folder: whose log, whose seals and whose time-stamps count. It is written at
 * every start from the keys in use, and holds nothing secret.
 */
@NullMarked
package org.safehand.launcher.trust;

import org.jspecify.annotations.NullMarked;
