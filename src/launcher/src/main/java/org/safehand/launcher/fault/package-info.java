/**
 * Why a launch stops: one stable code, one line, one exit code. Nothing here recovers; the caller
 * reports and cleans up.
 */
@NullMarked
package org.safehand.launcher.fault;

import org.jspecify.annotations.NullMarked;
