/**
 * How a command ends: the exit codes that scripts rely on and the stable codes of what went wrong.
 * Everything that fails, fails with one line.
 */
@NullMarked
package org.safehand.cli.outcome;

import org.jspecify.annotations.NullMarked;
