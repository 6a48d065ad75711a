/**
 * What a command shows: data as JSON or as a table, and progress for people. Text that came from
 * elsewhere is stripped of control characters first.
 */
@NullMarked
package org.safehand.cli.terminal;

import org.jspecify.annotations.NullMarked;
