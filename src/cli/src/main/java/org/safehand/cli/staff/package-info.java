/**
 * What administrators do about people and endpoints: the lists of them, and proposals that two
 * people agree on.
 */
@NullMarked
package org.safehand.cli.staff;

import org.jspecify.annotations.NullMarked;
