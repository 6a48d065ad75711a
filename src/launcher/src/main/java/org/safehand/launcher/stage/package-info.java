/**
 * The steps of a start: what waits for what, and how progress is told. Steps without a common
 * condition run side by side; the first failure stops the rest.
 */
@NullMarked
package org.safehand.launcher.stage;

import org.jspecify.annotations.NullMarked;
