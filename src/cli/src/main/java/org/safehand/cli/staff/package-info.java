/**
 * What administrators do about people: the list of them, and proposals that two of them agree on.
 */
@NullMarked
package org.safehand.cli.staff;

import org.jspecify.annotations.NullMarked;
